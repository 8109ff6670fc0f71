"""Facts without nesting: what is read without YAML is what YAML reads; all else is left to it."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.catalog import facts, flat
from tests.conftest import CONTENT

DEMO = Path(__file__).parents[2] / "content"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("title: Hund\nfees:\n", {"title": "Hund", "fees": ""}),
        ("title: 'Hund: ja'\nday: \"2026-10-20\"", {"title": "Hund: ja", "day": "2026-10-20"}),
        ("topics: [tiere, steuern-abgaben]", {"topics": ["tiere", "steuern-abgaben"]}),
        ("url: https://rurheim.example/a?b=c#d", {"url": "https://rurheim.example/a?b=c#d"}),
        ("words:\n- Welpe\n- 20/40 Hund", {"words": ["Welpe", "20/40 Hund"]}),
        ("words:\n  - Welpe, den man\n    gefunden hat\n  - Hund", {"words": ["Welpe, den man gefunden hat", "Hund"]}),
        (
            "fees:\n  - note: frei\n    as_of: 2026-06-16\n  - amount: 25,00",
            {"fees": [{"note": "frei", "as_of": "2026-06-16"}, {"amount": "25,00"}]},
        ),
        (
            "fees:\n- note: Frei für alle,\n    die es brauchen\n- amount: 25,00\nlevel: state",
            {"fees": [{"note": "Frei für alle, die es brauchen"}, {"amount": "25,00"}], "level": "state"},
        ),
        ("maturity:\n  level: 5\n  model: 2.0", {"maturity": {"level": "5", "model": "2.0"}}),
    ],
)
def test_keys_have_values_lists_or_pairs(text: str, found: object) -> None:
    assert flat.values(text) == facts.by_yaml(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title",
        "title: Hund # der eigene",
        "title: 'Hund # der eigene'",
        'title: "Hund \\u0026 Katze"',
        "title: *hund",
        "title: Hund: Katze",
        "title: Hund:",
        "title: |\n  Hund",
        "title: Hund\n\nlevel: state",
        "title: Hund\ntitle: Katze",
        "fees:\n- note: frei\n  note: teuer",
        "channels:\n- kind: portal\n  login:\n  - bundid",
        "title: Hu\u00adnd",
        "title: Hund\n...",
        "title:\tHund",
    ],
)
def test_whatever_could_mean_more_is_left_to_yaml(text: str) -> None:
    assert flat.values(text) is None


SIGNS = [*"ab: -#'\"[],|>&*!%@`?{}~=\\./\n\t\u00e4\u00a0\u2013\u2028\u0085\ufeff", "\n  ", "\n- ", "\n  - ", "\n    "]
LINES = [
    "key: Hund",
    "\nlevel: state",
    "\nfees:",
    "\n- note: frei",
    "\n  as_of: 1",
    "Wort mehr",
    "'in: x'",
    "...",
    ": ",
]


@given(st.lists(st.sampled_from(SIGNS + LINES), max_size=14).map("".join))
@example("a: b\n  - c")
@example("a:\n- b\n- c: d")
@example("a:\n- c: d\n- b")
@example("a:\n- b\n  - c")
@example("a:\n  b: c\n   d")
@example("a:\n  b: c\n    d")
def test_what_is_read_without_yaml_is_what_yaml_reads(text: str) -> None:
    found = flat.values(text)
    assert found is None or list(found.items()) == list((facts.by_yaml(text) or {}).items())


def test_the_files_of_the_demo_are_read_alike_and_nearly_all_without_yaml() -> None:
    files = sorted(path for folder in (DEMO, CONTENT) for path in folder.rglob("*.md") if "\n---\n" in path.read_text())
    fronts = [path.read_text("utf-8").split("---\n")[1] for path in files]
    found = [(flat.values(front), facts.by_yaml(front)) for front in fronts]
    assert all(without in (None, by_yaml) for without, by_yaml in found)
    assert sum(without is not None for without, _ in found) > 0.9 * len(fronts) > 100
