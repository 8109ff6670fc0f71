"""What the native core makes of an ordinary text is what markdown-it-py makes of it; all else it never sees."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.catalog import markdown, ordinary
from plugins.catalog.markdown import Surroundings
from plugins.catalog.records.medium import Format, Medium
from tests.portals import PROJECT

LEAFLET = Medium(file="merkblatt.pdf", format=Format.PDF, digest="9a8b7c6d5e4f", size=119_001)
AT_TOWN = Surroundings("/rurheim/", own={"/a/", "/b/"}, media={LEAFLET.written: LEAFLET})

PIECES = (
    *("a", "Wort ", "ä", " ", "  ", "    ", "\n", "\n\n", "  \n", "\\\n", "1", "10. ", "1. ", "2) ", "- ", "+ ", "* "),
    *("> ", "# ", "### ", "*", "**", "_", "__", "***", "=", "---", "===\n", "~", "!", "(", ")", "]", "[", "\\", "\\*"),
    *("|", '"', "'", ":", "„", "“", "–", "€", "😀", "²", "\xa0", "\xad", "www.a.example", "`"),
    *("|c|d|\n", "|-|\n", "||\n", "\n\n|a|b|\n|---|--:|\n", "[x](/a/)", "[*y*](/b/#c)", "[x](/c/)", "[]()"),
    *("[x](https://A.example/)", "[x](http://a.example/)", "[x](tel:+49-1)", "[x](mailto:a@b.example)", "[x](wsp:)"),
    *("[x](https://a.example/B_c?d=e+f)", "[x](/media/merkblatt.pdf)", "[x](//a)"),
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def results(text: str) -> tuple[object, ...]:
    """All that is asked of a text by the native core where it may."""
    return (
        markdown.to_html(text),
        markdown.to_html(text, AT_TOWN),
        markdown.links(text),
        markdown.to_text(text),
        markdown.entries.__wrapped__(text),
        markdown.flat_list_items(text),
        markdown.flat_list_html(text, AT_TOWN),
    )


def exactly(text: str) -> tuple[object, ...]:
    """The same by markdown-it-py alone."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ordinary, "html", lambda _: None)
        return results(text)


@settings(max_examples=1500)
@given(TEXTS)
def test_both_ways_lead_to_the_same(text: str) -> None:
    assert results(text) == exactly(text)


@settings(max_examples=300)
@given(st.integers(1, 12), st.sampled_from(["> ", "- ", "1. > ", "* - "]), st.booleans())
def test_both_ways_lead_to_the_same_however_deep(depth: int, mark: str, is_indented: bool) -> None:
    lines = [("  " * level if is_indented else mark * level) + f"{mark}a" for level in range(depth)]
    assert results("\n".join(lines)) == exactly("\n".join(lines))


def texts_of_the_demo() -> list[str]:
    files = [file for folder in ("services", "pages") for file in sorted((PROJECT / "content" / folder).rglob("*.md"))]
    bodies = [file.read_text("utf-8").split("---\n", 2)[2] for file in files]
    return [text.strip("\n") for body in bodies for text in re.split(r"^## .*\n", body, flags=re.MULTILINE)]


def test_the_texts_of_the_demo_are_ordinary_and_read_alike() -> None:
    texts = texts_of_the_demo()
    found = [text for text in texts if ordinary.html(text) is not None]
    assert len(found) > 0.99 * len(texts) > 1500
    assert [text for text in found[::7] if results(text) != exactly(text)] == []


@pytest.mark.corpus
def test_examples_of_the_specification_are_read_alike(corpora: Path) -> None:
    spec = (corpora / "adversarial" / "commonmark" / "spec.txt").read_text(encoding="utf-8").replace("→", "\t")
    texts = re.findall(r"^`{32} example[^\n]*\n(.*?)^\.\n", spec, re.MULTILINE | re.DOTALL)
    assert len([text for text in texts if ordinary.html(text) is not None]) > 150
    assert [text for text in texts if results(text) != exactly(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        *("<b>", "a < b", "<https://a.example/>", "a & b", "&shy;", "`a`", "~~~\na\n~~~", "    a", "a\xadb", "\ta"),
        *("![x](/media/a.png)", "[x][1]\n\n[1]: /a/", "[x](/a/ 'b')", "[x](</a/>)", "[x](/ä/)", "[x](/%61/)"),
        *("[x](//a/)", "[x](javascript:)", "[x](http://a.example/)", "a | b", "|a|\n|-|", "|a|b|\n|---|\n", ">"),
        *("[x](data:99999999999999)", "a\u200bb", "- a\n\nb\n\n" * 10),
    ],
)  # fmt: skip
def test_what_could_mean_more_is_not_ordinary(text: str) -> None:
    assert ordinary.html(text) is None
