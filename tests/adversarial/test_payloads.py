"""Payloads are found in whatever files a corpus has."""

import re
from pathlib import Path

import pytest

from plugins.catalog.kinds import KINDS
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import RefersTo, Section
from plugins.catalog.shapes import choices, holds, records_in
from tests.adversarial.payloads import OWN, Payloads, is_active, payloads
from tests.adversarial.planting import MODELS, drafts


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("list.txt", "<b>\n\n<i>\n", ["<b>", "<i>"]),
        ("tree.json", '{"a": ["<b>", {"c": 1}], "d": "<i>"}', ["a", "<b>", "c", "d", "<i>"]),
        ("broken.json", "{<b>\n<i>", ["{<b>", "<i>"]),
        ("page.svg", "<svg>\nx\n</svg>", ["<svg>\nx\n</svg>", "<svg>", "</svg>"]),
        ("sheet.md", "Text\n\n```\n<b>\nx\n```\n", ["<b>\nx", "<b>"]),
        ("1.test", "<b>\n--\n&lt;b&gt;", ["<b>", "&lt;b&gt;"]),
        ("tree.dat", "#data\n<b>\n#errors\nx", ["<b>\n", "x"]),
        ("expect.mjs", 'export default [{ payload: "<b>\\n", x: "\\x3c" }];', ["<b>\n", "\\x3c"]),
        ("cells.csv", "=1+1;x\n@x", ["=1+1;x", "@x"]),
    ],
)
def test_every_kind_of_file_gives_its_payloads(name: str, text: str, found: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert list(payloads(tmp_path / name)) == found


def test_what_only_describes_a_corpus_is_no_payload(tmp_path: Path) -> None:
    for name in ("LICENSE", "SOURCE.txt", "README.md"):
        (tmp_path / name).write_text("<b>", "utf-8")
    assert Payloads.of(tmp_path) == Payloads((), ())


@pytest.mark.parametrize(
    "text", ["<", "a' b", "{x", "&lt;", "alert(1)", "[x](y)", "=1", "javascript:x", "//x", "a\u202eb"]
)
def test_a_text_with_a_mark_is_active(text: str) -> None:
    assert is_active(text)


@pytest.mark.parametrize("text", ["Hund anmelden", "ß ẞ 中文", "12.5 %", "a-b_c", "🐕"])
def test_mere_words_are_inert(text: str) -> None:
    assert not is_active(text)


def test_our_own_selection_is_worth_its_name() -> None:
    assert len(Payloads.of(OWN).active) >= 60


def planted(kind: str) -> str:
    """What the models plant in a kind of content, as text."""
    return "\n".join(
        file.read_text("utf-8") for file in sorted(MODELS.rglob("*")) if file.is_file() and kind in str(file)
    )


@pytest.mark.parametrize("folder", ["services", "topics", "offices", "pages", "laws", "portals", "forms", "servers"])
def test_a_payload_is_planted_in_every_text_of_the_declarations(folder: str) -> None:
    kind = next(kind for kind in KINDS if f"/{folder}/" in kind.example)
    text = planted(f"/{folder}/NAME")
    for name in texts_of(kind.model):
        assert re.search(rf"^ *{name}:(?: |\n(?:  - .*\n)*  - )PAYLOAD", text, re.MULTILINE), name
    for mark in marked_fields(kind.model, Section).values():
        assert f"## {mark.heading}" in text or not mark.heading


def texts_of(model: type[Record]) -> list[str]:
    """The fields in the front matter that an editor fills with words."""
    left_out = {*model.computed, *marked_fields(model, Section), *marked_fields(model, RefersTo), "url"}
    return [
        name
        for name, field in model.model_fields.items()
        if name not in left_out
        and holds(field.annotation, str)
        and not choices(field.annotation)
        and not records_in(model, name)
    ]


def test_a_refused_line_is_written_without_its_payload() -> None:
    (draft,) = drafts(7, "<b>", "laws")
    assert draft.data() == b'abbreviation: "<b>"\ntitle: "<b>"\nurl: "<b>"\n'
    draft.refused.update(draft.spots_at([1, 3]))
    assert draft.data() == b'abbreviation: G 0007\ntitle: "<b>"\n\n'
