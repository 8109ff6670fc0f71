"""YAML as text with positions: nothing is guessed, nothing is silently lost, nothing takes long."""

import time
from pathlib import Path

import pytest
import yaml

from plugins.catalog import nodes
from plugins.catalog.nodes import Node, NodeError
from plugins.catalog.places import Place
from tests.conftest import said

QUOTE = "Setzen Sie den ganzen Wert in Anführungszeichen"


def refused(text: str, first_line: int = 1) -> str:
    with pytest.raises(NodeError) as caught:
        nodes.parse(text, "x.yaml", first_line)
    return said([caught.value.problem])[0]


def child(node: Node, key: str | int) -> Node:
    found = node.child(key)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text", ["053740012012", "8:00", "no", "1e3", "0x1f", "~", "null", "2026-10-05", "1_000", ".inf", "99008001012000"]
)
def test_every_value_stays_the_text_that_was_written(text: str) -> None:
    assert nodes.parse(f"ars: {text}", "x.yaml").plain() == {"ars": text}


def test_values_in_lists_stay_text_too() -> None:
    assert nodes.parse("leika: [99008001012000, 077]", "x.yaml").plain() == {"leika": ["99008001012000", "077"]}


def test_a_key_without_a_value_is_no_entry_but_keeps_its_place() -> None:
    node = nodes.parse("title: Hund\nofficial_name:\n", "x.yaml")
    assert node.plain() == {"title": "Hund"}
    assert node.keys["official_name"] == Place("x.yaml", 2, 1)


def test_keys_and_values_know_where_they_stand() -> None:
    node = nodes.parse("title: Hund\nfees:\n  - note: frei\n", "x.yaml", first_line=2)
    fee = child(child(node, "fees"), 0)
    assert child(node, "title").place == Place("x.yaml", 2, 8)
    assert fee.keys["note"] == Place("x.yaml", 4, 5)
    assert child(fee, "note").place == Place("x.yaml", 4, 11)


def test_columns_count_characters_not_bytes() -> None:
    assert nodes.parse("{ä: ü, ö: x}", "x.yaml").keys["ö"] == Place("x.yaml", 1, 8)


def test_an_empty_text_is_an_empty_mapping() -> None:
    assert nodes.parse("", "x.yaml").plain() == {}


def test_a_child_that_is_not_there_is_none() -> None:
    node = nodes.parse("topics: [a]", "x.yaml")
    topics = node.child("topics")
    assert topics is not None
    assert (node.child("fees"), node.child(0), topics.child(1), topics.child("a")) == (None, None, None, None)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "title: Bus #5",
            "content/x.yaml:1:11: Der Text nach # würde verschwinden  [yaml]"
            ' → Setzen Sie den ganzen Wert in Anführungszeichen: "…"',
        ),
        (
            "a: 1\nb: 2\na: 3",
            "content/x.yaml:3:1: „a“ steht zweimal da, zuerst in Zeile 1  [yaml]"
            " → Löschen Sie eine der beiden Stellen.",
        ),
        (
            "a:\n  b: 1\n  b: 2",
            "content/x.yaml:3:3: „b“ steht zweimal da, zuerst in Zeile 2  [yaml]"
            " → Löschen Sie eine der beiden Stellen.",
        ),
        (
            "a: &x 1\nb: *x",
            f'content/x.yaml:1:4: Ein Wert darf nicht mit & beginnen  [yaml] → {QUOTE}: a: "&x 1"',
        ),
        ("a: *x", f'content/x.yaml:1:4: Ein Wert darf nicht mit * beginnen  [yaml] → {QUOTE}: a: "*x"'),
        (
            "a: !!python/object:os.system x",
            "content/x.yaml:1:4: Ein Wert darf nicht mit ! beginnen  [yaml]"
            f' → {QUOTE}: a: "!!python/object:os.system x"',
        ),
        ("a: !e!x y", f"content/x.yaml:1:4: Ausrufezeichen am Anfang eines Werts  [yaml] → {QUOTE}."),
        (
            "[a]: b",
            "content/x.yaml:1:1: Ein Schlüssel muss ein Wort sein  [yaml] → Schreiben Sie: schlüssel: Wert",
        ),
        ("- a\n- b", "content/x.yaml:1:1: Angaben fehlen  [yaml] → Schreiben Sie: title: Hund anmelden"),
        ("nur Text", "content/x.yaml:1:1: Angaben fehlen  [yaml] → Schreiben Sie: title: Hund anmelden"),
        (
            "title: Hund: anmelden",
            f'content/x.yaml:1:12: Doppelpunkt mitten im Text  [yaml] → {QUOTE}: title: "Hund: anmelden"',
        ),
        (
            "title: @Hund",
            f'content/x.yaml:1:8: Ein Wert darf nicht mit @ beginnen  [yaml] → {QUOTE}: title: "@Hund"',
        ),
        (
            "topics:\n  - a\n  b: c",
            "content/x.yaml:3:3: Der Listeneintrag beginnt nicht mit „- “  [yaml] → Schreiben Sie: - Eintrag",
        ),
        (
            "a: 1\n---\nb: 2",
            "content/x.yaml:2:1: Ein zweiter Block Angaben  [yaml] → Löschen Sie die Zeile mit ---",
        ),
        (
            'title: "Hund\\u202Eanmelden"',
            "content/x.yaml:1:8: Unsichtbares Zeichen U+202E  [yaml] → Löschen Sie die Stelle mit \\.",
        ),
    ],
)
def test_what_yaml_would_swallow_or_misread_is_a_message(text: str, message: str) -> None:
    assert refused(text) == message


@pytest.mark.parametrize("text", ["---", "{#]"])
def test_what_is_missing_behind_the_last_line_is_missing_at_its_end(text: str) -> None:
    assert refused(text).startswith("content/x.yaml:1:4: ")


def test_lines_count_from_where_the_front_matter_begins() -> None:
    assert refused("a: 1\na: 2", first_line=2).startswith("content/x.yaml:3:1: „a“ steht zweimal da, zuerst in Zeile 2")


@pytest.mark.parametrize(
    ("bomb", "message"),
    [
        ("[" * 60_000, "content/x.yaml:1:31: Zu tief verschachtelt  [yaml] → Höchstens 30 Ebenen sind erlaubt."),
        (
            "a: " + "[" * 60_000,
            "content/x.yaml:1:33: Zu tief verschachtelt  [yaml] → Höchstens 30 Ebenen sind erlaubt.",
        ),
        ("- " * 30_000, "content/x.yaml:1:61: Zu tief verschachtelt  [yaml] → Höchstens 30 Ebenen sind erlaubt."),
        (
            'a: &a ["x"]\n' + "\n".join(f"b{n}: [*a, *a, *a]" for n in range(20)),
            f"content/x.yaml:1:4: Ein Wert darf nicht mit & beginnen  [yaml] → {QUOTE}: a: '&a [\"x\"]'",
        ),
    ],
)
def test_bombs_end_quickly_with_a_message(bomb: str, message: str) -> None:
    start = time.perf_counter()
    assert refused(bomb) == message
    assert time.perf_counter() - start < 1


def seconds(text: str) -> float:
    start = time.process_time()
    nodes.parse(text, "x.yaml")
    return time.process_time() - start


def test_a_list_in_one_long_line_costs_what_it_costs_in_many() -> None:
    assert seconds("a: [" + "a," * 100_000 + "]") < 4 * seconds("a:\n" + "- a\n" * 100_000)


@pytest.mark.parametrize("n", range(5, 21))
def test_a_billion_laughs_end_at_the_first_anchor(n: int) -> None:
    first = "a0: &a0 [ha, ha]"
    rest = [f"a{level}: &a{level} [*a{level - 1}, *a{level - 1}]" for level in range(1, n)]
    assert refused("\n".join([first, *rest])) == (
        f'content/x.yaml:1:5: Ein Wert darf nicht mit & beginnen  [yaml] → {QUOTE}: a0: "&a0 [ha, ha]"'
    )


@pytest.mark.parametrize("bomb", ["[" * 10**6, "a: " + "{a: " * 10**6, "- " * 10**6])
def test_a_million_levels_cost_less_than_reading_an_ordinary_file(bomb: str) -> None:
    """The scan ends at the 31st level, whatever follows; so no process of its own and no time limit are needed."""
    assert refused(bomb).endswith("Zu tief verschachtelt  [yaml] → Höchstens 30 Ebenen sind erlaubt.")
    start = time.process_time()
    refused(bomb)
    assert time.process_time() - start < seconds("a:\n" + "- Ein Eintrag\n" * 50_000)


def test_one_value_of_5_mb_is_text_like_any_other() -> None:
    assert nodes.parse(f"a: {'x' * 5_000_000}", "x.yaml").plain() == {"a": "x" * 5_000_000}


def snippets(corpora: Path) -> list[str]:
    marks = str.maketrans({"␣": " ", "»": "\t", "—": "", "←": "\r", "⇔": "\ufeff", "↵": "", "∎": ""})
    files = sorted((corpora / "adversarial" / "yaml-test-suite" / "src").glob("*.yaml"))
    cases = [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [case["yaml"].translate(marks) for case in cases if "yaml" in case]


@pytest.mark.corpus
def test_no_snippet_of_the_yaml_test_suite_raises_anything_but_a_node_error(corpora: Path) -> None:
    texts = snippets(corpora)
    slowest = 0.0
    refusals = 0
    for text in texts:
        start = time.perf_counter()
        try:
            nodes.parse(text, "x.yaml")
        except NodeError:
            refusals += 1
        slowest = max(slowest, time.perf_counter() - start)
    assert len(texts) > 390
    assert 0 < refusals < len(texts)
    assert slowest < 1
