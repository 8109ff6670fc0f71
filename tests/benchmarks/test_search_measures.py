"""The parts of the search benchmark that need no browser: what is counted, compared and printed."""

import http.client
import os
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks.search import corpora, phone, quality, report
from benchmarks.search.commands import run
from benchmarks.search.engines.pagefind import marked
from benchmarks.search.preparing import read_documents, write_documents
from benchmarks.search.records import Answer, BenchmarkError, Build, Quality, Row, Visit
from benchmarks.search.server import served
from search.documents import SearchDocument
from search.evaluation.editors import EditorsQuery
from search.evaluation.judgments import Judgment


def service(slug: str, title: str, *synonyms: str) -> SearchDocument:
    return SearchDocument(
        slug=slug,
        url=f"/leistungen/{slug}/",
        title=title,
        official_name="",
        other_titles=("Dog",),
        synonyms=synonyms,
        summary="",
        body="",
        provider="Stadt",
        ways=(),
        audience=(),
        topics=(),
        leika=(),
    )


def row(engine: str, sent: int, milliseconds: float, seconds: float, ndcg: float | None = None) -> Row:
    answer = Answer(milliseconds, sent, 3, sent)
    builds = [Build(seconds, seconds + 1, seconds, 50_000_000)]
    return Row(engine, builds, [], [Visit(answer, answer, Answer(10, 0, 0, 0))], Quality(ndcg_10=ndcg))


PAGEFIND, OURS = row("Pagefind", 200_000, 2000, 1.0, 0.5), row("Fundstelle", 50_000, 500, 1.5, 0.9)


def test_the_table_puts_the_share_of_pagefind_behind_each_number() -> None:
    lines = list(report.table([PAGEFIND, OURS]))
    assert lines[0] == "| | Pagefind | Fundstelle |"
    assert "| bytes to the first result, KB | 200.0 | 50.0 (0.25) |" in lines
    assert "| first result cold, ms | 2000 | 500 (0.25) |" in lines
    assert "| nDCG@10 | 0.500 | 0.900 |" in lines
    assert lines[-1] == "| visits | 1 | 1 |"


def test_a_measure_that_no_engine_has_gets_no_line() -> None:
    assert not any("recall" in line for line in report.table([PAGEFIND, OURS]))


def test_ours_is_divided_by_pagefind_in_lines_for_programs() -> None:
    assert list(report.ratios("demo", [PAGEFIND, OURS])) == [
        "bytes_ratio_pagefind=0.25 size=demo",
        "cold_ratio_pagefind=0.25 size=demo",
        "build_ratio_pagefind=1.50 size=demo",
        "rebuild_ratio_pagefind=1.50 size=demo",
    ]


def test_an_engine_that_never_answers_has_no_times() -> None:
    silent = replace(OURS, visits=[])
    assert "| first result cold, ms | 2000 | – |" in list(report.table([PAGEFIND, silent]))
    assert "cold_ratio_pagefind=none size=demo" in list(report.ratios("demo", [PAGEFIND, silent]))


def test_pagefind_gets_the_body_of_a_page_and_the_words_no_page_shows() -> None:
    page = "<body><main id='inhalt'><h1>Hund</h1></main></body>"
    assert marked(page, service("hund", "Hund anmelden", "Welpe & Co")) == (
        "<body><main data-pagefind-body id='inhalt'><h1>Hund</h1>"
        '<p hidden data-pagefind-weight="8">Dog, Welpe &amp; Co</p></main></body>'
    )


def test_services_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    services = [service("hund", "Hund anmelden", "Welpe"), service("pass", "Reisepass")]
    write_documents(tmp_path / "documents.json", services)
    assert read_documents(tmp_path / "documents.json") == services


def test_the_server_counts_scripts_and_indexes_but_not_the_page(tmp_path: Path) -> None:
    for name in ("index.html", "page-6a8382df.js", "style.css"):
        (tmp_path / name).write_text(name)
    with served(tmp_path) as server:
        connection = http.client.HTTPConnection(urlsplit(server.address).netloc)
        for path in ("/", "/style.css", "/page-6a8382df.js?q=x", "/missing.js"):
            connection.request("GET", path)
            connection.getresponse().read()
        connection.close()
        assert [one.path for one in server.sent if one.counted] == ["/page-6a8382df.js", "/missing.js"]
        sizes = [one.size for one in server.sent if one.counted]
        assert server.counted() == (sum(sizes), 2)
        assert server.counted(until=0) == (0, 0)
        server.forget()
        assert server.counted() == (0, 0)


def test_the_server_sends_brotli_to_whom_it_pleases_and_lets_hashed_files_be_kept(tmp_path: Path) -> None:
    (tmp_path / "page-6a8382df.js").write_text("long")
    (tmp_path / "page-6a8382df.js.br").write_text("br")
    with served(tmp_path) as server:
        connection = http.client.HTTPConnection(urlsplit(server.address).netloc)
        connection.request("GET", "/page-6a8382df.js", headers={"Accept-Encoding": "gzip, br"})
        small = connection.getresponse()
        assert (small.read(), small.headers["Content-Encoding"]) == (b"br", "br")
        assert small.headers["Cache-Control"] == "max-age=31536000, immutable"
        connection.request("GET", "/page-6a8382df.js")
        assert connection.getresponse().read() == b"long"
        connection.close()


def test_the_quality_of_a_ranking_is_that_of_the_evaluation() -> None:
    judgments = [Judgment("welpe", "exact", {"hund": 2}), Judgment("perso", "exact", {"pass": 2})]
    assert quality.judged(judgments, [("hund",), ()]) == Quality(ndcg_10=0.5, success_3=0.5, zero=0.5)


def test_of_the_editors_words_five_hits_count() -> None:
    words = [EditorsQuery("welpe", frozenset({"hund", "tier"})), EditorsQuery("perso", frozenset({"pass"}))]
    assert quality.recall(words, [("hund", "x"), ("1", "2", "3", "4", "5", "pass")]) == 0.25


def test_a_town_gets_the_services_of_the_demo_and_keeps_its_own(tmp_path: Path) -> None:
    town, own = tmp_path / "municipalities" / "stadt", tmp_path / "services" / "hund-anmelden.md"
    for file, text in ((town / "municipality.yaml", "name: Stadt\nhosts:\n- stadt.example\n"), (own, "unser Text")):
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    corpora.add_demo(tmp_path, "stadt")
    assert own.read_text("utf-8") == "unser Text"
    assert (tmp_path / "services" / "gewerbe-anmelden.md").is_file()
    assert (town / "offices" / "buergerbuero.yaml").is_file()
    assert "- termine.rurheim.example\n" in (town / "municipality.yaml").read_text("utf-8")
    assert [folder.name for folder in (tmp_path / "municipalities").iterdir()] == ["stadt"]
    assert not (tmp_path / "addresses").exists()


def test_an_unknown_size_says_which_there_are(tmp_path: Path) -> None:
    with pytest.raises(BenchmarkError, match="There is no size „huge“"):
        corpora.corpus("huge", tmp_path)


def test_munich_is_absent_without_the_public_corpora(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(corpora, "MUNICH", tmp_path / "muenchen")
    with pytest.raises(corpora.AbsentError, match="is not beside this repository"):
        corpora.corpus("muenchen", tmp_path)


def test_a_program_tells_what_it_cost() -> None:
    done = run([sys.executable, "-c", "import sys; print(sys.stdin.read(), bytearray(60_000_000)[0])"], said="hallo")
    assert done.output == "hallo 0\n"
    assert done.cpu > 0
    assert done.wall > 0
    assert done.memory > 60_000_000


def test_the_memory_of_who_starts_a_program_is_not_counted_as_its_own() -> None:
    large = bytearray(b"x" * 300_000_000)
    assert run([sys.executable, "-c", "pass"]).memory < 60_000_000 < len(large)


def test_what_a_program_starts_is_counted_with_it() -> None:
    child = "import time; large = bytearray(b'x' * 50_000_000); time.sleep(.3)"
    both = f"[subprocess.Popen([sys.executable, '-c', {child!r}]) for _ in 'ab']"
    start = f"import subprocess, sys; [one.wait() for one in {both}]"
    assert run([sys.executable, "-c", start]).memory > 100_000_000


def test_a_program_that_fails_is_quoted() -> None:
    with pytest.raises(BenchmarkError, match="no such thing"):
        run([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_a_slowed_process_gets_a_quarter_of_the_time() -> None:
    busy = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    over = threading.Event()
    pausing = threading.Thread(target=phone.pause, args=([busy.pid], over))
    start = time.perf_counter()
    pausing.start()
    time.sleep(1)
    over.set()
    pausing.join()
    busy.kill()
    _, busy.returncode, usage = os.wait4(busy.pid, 0)
    assert usage.ru_utime < 0.45 * (time.perf_counter() - start)
