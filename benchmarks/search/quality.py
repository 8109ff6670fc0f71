"""What each engine answers to the judged queries and to the words of a city's editors."""

from collections.abc import Callable, Sequence

from playwright.sync_api import Browser

from benchmarks.search.phone import fresh_page
from benchmarks.search.records import Corpus, Engine, Quality
from search.desk import Desk
from search.evaluation import editors, report
from search.evaluation.editors import EditorsQuery
from search.evaluation.judgments import HALVES, Judgment, read
from search.evaluation.report import Outcome

Rankings = Sequence[tuple[str, ...]]
Ask = Callable[[Sequence[str]], Rankings]
"""Queries → for each, the slugs of the ten best services."""

_ASK_ALL = """async (queries) => {
  const all = [];
  for (const query of queries) all.push(await ranked(query));
  return all;
}"""


def of_page(browser: Browser, address: str, engine: Engine, corpus: Corpus) -> Quality:
    """An engine's quality, asked through its own page."""
    slugs = {document.url: document.slug for document in corpus.documents}

    def ask(queries: Sequence[str]) -> Rankings:
        with fresh_page(browser) as page:
            page.goto(address + engine.address, wait_until="networkidle")
            answers = page.evaluate(_ASK_ALL, list(queries))
        return [tuple(slugs[url] for url in urls) for urls in answers]

    return measured(corpus, ask)


def of_desk(corpus: Corpus) -> Quality:
    """Our own quality: the desk ranks as the browser does, which the tests of the search prove."""
    desk = Desk.of(corpus.documents)
    return measured(corpus, lambda queries: [tuple(desk.ranked(query)) for query in queries])


def measured(corpus: Corpus, ask: Ask) -> Quality:
    """The figures that this corpus has queries for."""
    judgments = [judgment for half in HALVES for judgment in read(half)] if corpus.judged else []
    words = editors.read(corpus.editors, corpus.content) if corpus.editors else []
    if judgments:
        return judged(judgments, ask([judgment.query for judgment in judgments]))
    if words:
        return Quality(recall_5=recall(words, ask([word.query for word in words])))
    return Quality()


def judged(judgments: Sequence[Judgment], rankings: Rankings) -> Quality:
    """The figures of judged queries."""
    outcomes = [Outcome(judgment, ranked) for judgment, ranked in zip(judgments, rankings, strict=True)]
    found = report.figures(outcomes)
    return Quality(found.ndcg_10, found.success_3, found.zero)


def recall(words: Sequence[EditorsQuery], rankings: Rankings) -> float:
    """The mean share of a word's services among its first five; of more services than five, five are enough."""
    depth = editors.DEPTH
    pairs = zip(words, rankings, strict=True)
    shares = [len(word.slugs & set(ranked[:depth])) / min(len(word.slugs), depth) for word, ranked in pairs]
    return sum(shares) / len(shares)
