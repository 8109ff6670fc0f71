"""The facts of a file: what is read at once is what is read with positions; what is odd is left to that."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog import facts, nodes
from plugins.catalog.facts import Facts
from plugins.catalog.nodes import NodeError
from plugins.catalog.places import Place
from plugins.catalog.validation import validated
from tests.catalog.test_nodes import snippets
from tests.conftest import CONTENT, TODAY


def test_a_key_without_a_value_is_told_among_the_facts_and_left_out_inside() -> None:
    text = "title: Hund\nofficial_name:\nfees:\n  - note: frei\n    amount:\n"
    assert facts.values(text) == {"title": "Hund", "official_name": "", "fees": [{"note": "frei"}]}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        "nur Text",
        "a: Bus #5",
        "a: 1\na: 2",
        "a:\n  b: 1\n  b: 2",
        "a: &x 1",
        "a: *x",
        "a: !!int 1",
        "&x a: 1",
        "!!map {a: 1}",
        "[a]: b",
        "a: 1\n---\nb: 2",
        "a: Hund: Katze",
        'a: "\\u202E"',
        "a: " + "[" * 30 + "]" * 30,
        "a: " + "[" * 1_000_000,
    ],
)
def test_what_is_odd_is_left_to_the_closer_look(text: str) -> None:
    assert facts.values(text) is None


def test_what_needs_a_closer_look_and_is_right_is_read_all_the_same() -> None:
    assert Facts('title: "Hund \\u0026 Katze"  # beide\nleika:\n', "x.yaml").values() == {
        "title": "Hund & Katze",
        "leika": "",
    }


def test_a_place_is_looked_up_when_somebody_asks() -> None:
    assert Facts("title: Hund", "x.md", first_line=2).tree().keys == {"title": Place("x.md", 2, 1)}


def test_nearly_every_file_is_read_at_once() -> None:
    fronts = [path.read_text("utf-8").split("---\n")[1] for path in sorted(CONTENT.glob("services/*.md"))]
    at_once = [front for front in fronts if facts.values(front) is not None]
    assert len(at_once) > 0.9 * len(fronts) > 10


def test_no_position_is_looked_up_before_something_is_to_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def tree(found: Facts) -> nodes.Node:
        asked.append(found.path)
        return nodes.parse(found.text, found.path)

    monkeypatch.setattr(Facts, "tree", tree)
    catalog, problems = validated(CONTENT, TODAY)
    assert (problems, asked) == ([], ["services/kiosk-anmelden.md"])
    catalog.services[0].place("title")
    assert asked[1:] == [catalog.services[0].origin.path]


PIECES = """a¦b: 1¦c: Amt für Kfz (Nord), 2 – 3¦d:¦e: |¦f: >+¦- a¦  - b¦  g: h¦ i¦¦...¦---¦?¦: j¦k: [l¦m: n]¦o: "p¦q"
r: 's¦{t: u}¦v: {w: 1}¦# x¦y: z #¦%TAG¦B: 1¦e:""".replace("\n", "¦").split("¦")


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("\n".join))
def test_key_by_key_the_same_is_read_as_in_one_go(text: str) -> None:
    assert facts.values(text) == facts._events(text)


def test_facts_that_stand_alike_in_many_files_are_read_once() -> None:
    first, second = (facts.values(f"title: {title}\naudience: [citizens]") for title in ("Hund", "Katze"))
    assert first is not None
    assert second == {"title": "Katze", "audience": ["citizens"]}
    assert first["audience"] is second["audience"]


@pytest.mark.corpus
def test_the_yaml_test_suite_is_read_alike_both_ways(corpora: Path) -> None:
    read = 0
    for text in snippets(corpora):
        at_once = facts.values(text)
        try:
            tree = nodes.parse(text, "x.yaml")
        except NodeError:
            assert at_once is None, text
        else:
            assert at_once in (None, dict.fromkeys(tree.keys, "") | tree.plain()), text
            read += at_once is not None
    assert read > 50
