"""`python -m search run | explain | duplicates`."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from search import explaining
from search.__main__ import main
from search.documents import load
from search.likeness import Pair
from tests.search.node import ROOT

CONTENT = ["--content", str(ROOT / "content")]


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.txt"
    path.write_text("perso verloren\n\nhund~99999\n", encoding="utf-8")
    return path


def answers(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_line_of_the_queries_is_answered_with_one_line(queries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--queries", str(queries), "--format", "jsonl", *CONTENT]) == 0
    found = answers(capsys)
    assert [one["query"] for one in found] == ["perso verloren", "", "hund~99999"]
    assert [len(one["hits"]) for one in found][:2] == [10, 0]
    assert list(found[0]["hits"][0]) == ["slug", "title", "leika", "score"]
    assert found[0]["hits"][0]["slug"] == "personalausweis-verlust-melden"


def test_synonyms_can_be_left_out(queries: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run = ["run", "--queries", str(queries), "--municipality", "rurheim", *CONTENT]
    assert main(run) == 0
    with_synonyms = answers(capsys)[0]["hits"]
    assert main([*run, "--no-synonyms"]) == 0
    assert max(hit["score"] for hit in answers(capsys)[0]["hits"]) < with_synonyms[0]["score"]


def test_explain_prints_the_best_with_score_reasons_and_the_rank_at_whoosh(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "perso verloren", *CONTENT]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "„perso verloren“ sucht nach: perso, verlor"
    assert said[1].startswith("  1. ")
    assert said[1].endswith("Verlust des Personalausweises melden  (personalausweis-verlust-melden)  Whoosh: 1.")
    assert said[2].startswith("       perso: Titel „Personalausweises“ (Wortanfang), Wörter der Leute „perso“ (gleich)")
    assert said[4] == "       „perso verloren“ gleicht der Anfrage zu 100 %"
    assert len([line for line in said if "Whoosh: " in line]) == 10


def test_the_example_for_editors_is_true_but_for_the_score(capsys: pytest.CaptureFixture[str]) -> None:
    page = (ROOT / "docs/redaktion/suche.md").read_text("utf-8")
    example = page[page.index("„perso verloren“ sucht nach") :].split("\n```")[0]
    assert main(["explain", "perso verloren", *CONTENT]) == 0
    score = re.compile(r" +\d+\.\d{3}  ")
    said = score.sub(" ", capsys.readouterr().out).splitlines()
    for line, real in zip(score.sub(" ", example).splitlines(), said, strict=False):
        assert real.startswith(line.removesuffix("…"))


def test_explain_asks_whether_a_known_word_was_meant(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "Fuhrershein umtauschen", *CONTENT]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "„Fuhrershein“ kommt nicht vor. Meinten Sie „führerschein“?"


def test_duplicates_end_in_a_count(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["duplicates", *CONTENT]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("auffällig ähnliche Paare")


def test_a_pair_is_printed_with_the_words_it_shares() -> None:
    one, other = (replace(load(ROOT / "content")[0], slug=slug, title=slug.title()) for slug in ("hund", "hunde"))
    assert list(explaining.duplicates([Pair(one, other, 0.914, ("Hund", "Steuer"))])) == [
        " 91 %  Hund  (hund)",
        "       Hunde  (hunde)",
        "       gemeinsam: Hund, Steuer",
        "1 auffällig ähnliches Paar",
    ]


def test_explain_says_when_nothing_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "wie ist das", *CONTENT]) == 0
    assert capsys.readouterr().out == "„wie ist das“ sucht nach: nichts\nKeine Treffer.\n"


def test_a_missing_folder_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "hund", "--content", "nirgends"]) == 2
    said = "Den Ordner nirgends gibt es nicht. Geben Sie den Ordner der Inhalte an: --content DIR\n"
    assert capsys.readouterr().err == said


def test_a_missing_file_of_queries_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--queries", "keine.txt", *CONTENT]) == 2
    said = "Die Datei keine.txt lässt sich nicht lesen. Geben Sie eine Datei an: --queries FILE\n"
    assert capsys.readouterr().err == said
