"""Metrics by hand-computed examples, gates that fail when they should, and the commands around them."""

import math
from dataclasses import replace
from pathlib import Path

import pytest

from search.desk import Desk
from search.documents import SearchDocument
from search.evaluation import compare, editors, gates, metrics, report, second_opinion
from search.evaluation.judgments import Judgment
from search.evaluation.report import Figures, Outcome
from search.workbench import Workbench

GRADES = {"a": 2, "b": 1}


def test_a_perfect_ranking_has_a_gain_of_one() -> None:
    assert metrics.ndcg(["a", "b"], GRADES) == 1.0


def test_a_swapped_ranking_has_the_gain_of_its_discounts() -> None:
    assert metrics.ndcg(["b", "a"], GRADES) == pytest.approx((1 + 3 / math.log2(3)) / (3 + 1 / math.log2(3)))


def test_success_and_reciprocal_rank_count_any_graded_service() -> None:
    assert metrics.success(["x", "b"], GRADES, 1) == 0.0
    assert metrics.success(["x", "b"], GRADES, 3) == 1.0
    assert metrics.reciprocal_rank(["x", "b"], GRADES) == 0.5
    assert metrics.reciprocal_rank([], GRADES) == 0.0


def test_figures_are_means_and_count_what_finds_nothing() -> None:
    judgment = Judgment("hund", "exact", {"a": 2})
    figures = report.figures([Outcome(judgment, ("a",)), Outcome(judgment, ())])
    assert figures == Figures(success_1=0.5, success_3=0.5, mrr_10=0.5, ndcg_10=0.5, zero=0.5)


def test_a_failing_query_names_the_service_it_misses() -> None:
    failed = Outcome(Judgment("perso weg", "colloquial", {"a": 2}), ("x", "y", "z", "a"))
    assert list(report.failures([failed])) == ["  [colloquial] „perso weg“: es fehlt a (Platz 4); zuerst: x"]


def test_every_missed_target_is_a_sentence() -> None:
    poor = Figures(success_1=0.5, success_3=0.9, mrr_10=0.5, ndcg_10=0.8, zero=0.02)
    assert list(gates.broken("dev", poor, gates.WITH_SYNONYMS)) == [
        "dev: nDCG@10 ist 0.800, verlangt ist mindestens 0.82",
        "dev: Erfolg@3 ist 0.900, verlangt ist mindestens 0.92",
        "dev: 2.0% finden nichts, erlaubt ist höchstens 1%",
    ]
    assert list(gates.broken("dev", poor, gates.WITHOUT_SYNONYMS)) == []


def test_every_title_and_synonym_finds_its_service(services: list[SearchDocument]) -> None:
    assert list(gates.lost_names(Desk.of(services))) == []


def test_a_name_that_leads_elsewhere_is_named(services: list[SearchDocument]) -> None:
    lost = gates.lost_names(Desk.of([replace(services[0], title="der die das", synonyms=())]))
    assert list(map(str, lost)) == [f"„der die das“ führt nicht zu {services[0].slug} (nicht unter zehn)"]


def test_the_second_opinion_names_what_only_whoosh_answers(services: list[SearchDocument]) -> None:
    workbench = Workbench.of(services)
    judgment = Judgment("hund anmelden", "exact", {"hund-anmelden": 2, "hund-abmelden": 1})
    ours = [Outcome(judgment, ("kfz",)), Outcome(judgment, ("hund-anmelden",))]
    said = list(second_opinion.lines("dev", ours, workbench))
    assert said[0].startswith("dev, Whoosh als zweite Meinung: Erfolg@3 1.000 (wir 0.500), nDCG@10 ")
    assert said[1:] == ["  nur Whoosh findet „hund anmelden“: hund-anmelden (Platz 1)"]


def test_only_queries_with_other_first_three_have_moved() -> None:
    before = {"hund": ["a", "b", "c", "d"], "katze": ["a"]}
    after = {"hund": ["a", "b", "c", "e"], "katze": ["b"]}
    assert list(compare.moves(before, after)) == [compare.Move("katze", ("a",), ("b",))]


def test_the_editors_words_are_read_with_the_ledger_of_the_import(tmp_path: Path) -> None:
    (tmp_path / ".import").mkdir()
    ledger = '{"files": [{"path": "services/hund.md", "source_id": "7"}, {"path": "topics/x.yaml", "source_id": "8"}]}'
    (tmp_path / ".import/import-report.json").write_text(ledger, encoding="utf-8")
    (tmp_path / "words.tsv").write_text("query\trelevant_ids\nBello\tmuc-7 muc-9\nx\tmuc-8\n", encoding="utf-8")
    found = editors.read(tmp_path / "words.tsv", tmp_path)
    assert found == [editors.EditorsQuery("Bello", frozenset({"hund"}))]


def test_the_baseline_keeps_the_runs_it_is_not_given(tmp_path: Path) -> None:
    one = {"all": Figures(1, 1, 1, 1, 0)}
    report.write_baseline({"dev": one}, tmp_path / "baseline.yaml")
    report.write_baseline({"test": one}, tmp_path / "baseline.yaml")
    assert set(report.read_baseline(tmp_path / "baseline.yaml")) == {"dev", "test"}
