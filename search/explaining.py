"""Reasons, second opinion and near-duplicates as German lines for an editor."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from search import fields
from search.desk import Desk
from search.likeness import Pair
from search.query import query_terms
from search.reasons import Explained, Explanation, Reason, explain
from search.workbench import Workbench

FIELDS = {
    "title": "Titel",
    "synonyms": "Wörter der Leute",
    "official_name": "amtliche Bezeichnung",
    "summary": "Kurztext",
    "body": "Text",
}

LOOKED_AT, FIRST = 50, 3
"""How deep Whoosh is asked for the rank of our hits, and how many of its own first ones are named."""


def explained(desk: Desk, text: str) -> Iterator[str]:
    """The ranking of the browser with its reasons, beside the rank that Whoosh gives."""
    workbench = Workbench.of(desk.documents)
    explanation = explain(desk, text)
    second = workbench.ranked(text, LOOKED_AT)
    yield f"„{text}“ sucht nach: {', '.join(query_terms(text)) or 'nichts'}"
    typed = {folded: written for written, folded in fields.written_words(text)}
    yield from _meant(workbench, typed, explanation.unknown)
    for place, hit in enumerate(explanation.hits, 1):
        yield _headline(place, hit, second)
        yield from _because(hit, typed)
    yield from _ending(explanation, second)


def duplicates(pairs: Sequence[Pair]) -> Iterator[str]:
    """Each pair with its likeness and the words it shares; the count last."""
    for pair in pairs:
        yield f"{_percent(pair.likeness):>5}  {pair.one.title}  ({pair.one.slug})"
        yield f"       {pair.other.title}  ({pair.other.slug})"
        yield f"       gemeinsam: {', '.join(pair.shared)}"
    yield "1 auffällig ähnliches Paar" if len(pairs) == 1 else f"{len(pairs)} auffällig ähnliche Paare"


def _meant(workbench: Workbench, typed: Mapping[str, str], unknown: Iterable[str]) -> Iterator[str]:
    """A line for each unknown word that is nearly a known one."""
    for word in unknown:
        if meant := workbench.did_you_mean(word):
            words = " oder ".join(f"„{one}“" for one in meant)
            yield f"„{typed.get(word, word)}“ kommt nicht vor. Meinten Sie {words}?"


def _headline(place: int, hit: Explained, second: Sequence[str]) -> str:
    slug = hit.document.slug
    opinion = f"Whoosh: {second.index(slug) + 1}." if slug in second else "Whoosh: –"
    return f"{place:>3}. {hit.score:9.3f}  {hit.document.title}  ({slug})  {opinion}"


def _because(hit: Explained, typed: Mapping[str, str]) -> Iterator[str]:
    for word, reasons in groupby(hit.reasons, key=lambda reason: reason.word):
        yield f"       {typed.get(word, word)}: {', '.join(map(_sentence, reasons))}"
    if hit.likeness:
        yield f"       „{hit.name}“ gleicht der Anfrage zu {_percent(hit.likeness)}"


def _sentence(reason: Reason) -> str:
    return f"{FIELDS[reason.field]} „{reason.written}“ ({reason.manner})"


def _percent(share: float) -> str:
    return f"{round(share * 100)} %"


def _ending(explanation: Explanation, second: Sequence[str]) -> Iterator[str]:
    """What is not found, and what Whoosh has among its first three and we do not have at all."""
    if not explanation.hits:
        yield "Keine Treffer."
    ours = {hit.document.slug for hit in explanation.hits}
    if missed := [slug for slug in second[:FIRST] if slug not in ours]:
        yield f"Bei Whoosh außerdem vorn: {', '.join(missed)}"
