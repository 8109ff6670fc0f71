"""Markdown without HTML: what comes out holds only tags of ours and links with schemes of ours."""

import json
import re
import time
from collections.abc import Callable
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.catalog import markdown
from plugins.catalog.checks.markup import _findings
from plugins.catalog.markdown import Link, Picture, Surroundings
from plugins.catalog.records.medium import Format, Medium
from plugins.catalog.sanitising import TAGS, first_change

PICTURE = ("src", "alt", "width", "height", "loading", "decoding")
RAMP = Medium(file="rampe.png", format=Format.PNG, digest="1a2b3c4d5e6f", width=48, height=32)
LEAFLET = Medium(file="merkblatt.pdf", format=Format.PDF, digest="9a8b7c6d5e4f", size=119_001)
AT_TOWN = Surroundings("/rurheim/", media={medium.written: medium for medium in (RAMP, LEAFLET)})
SCHEMES = ("https://", "/", "#", "mailto:", "tel:")


class _Reader(HTMLParser):
    """Notes every tag, attribute and link that a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]


def seen(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Ein **wichtiger** Satz.", "<p>Ein <strong>wichtiger</strong> Satz.</p>\n"),
        ("- eins\n- zwei", "<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n"),
        ("### Titel", "<h3>Titel</h3>\n"),
        ("[x](https://a.example/?b&c)", '<p><a href="https://a.example/?b&amp;c">x</a></p>\n'),
        ("[x](tel:115)", '<p><a href="tel:115">x</a></p>\n'),
        ('<b>fett</b> & "so"', "<p>&lt;b&gt;fett&lt;/b&gt; &amp; &quot;so&quot;</p>\n"),
        ("![Bild](https://a.example/b.png)", "<p>Bild</p>\n"),
        ("![<b>Bild</b> *hier*](/media/fehlt.png)", "<p>&lt;b&gt;Bild&lt;/b&gt; hier</p>\n"),
        ("![x](javascript:alert(1))", "<p>![x](javascript:alert(1))</p>\n"),
        ("{{ 7*7 }} {% x %}", "<p>{{ 7*7 }} {% x %}</p>\n"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>\n"),
        ("[x](//evil.example)", "<p>[x](//evil.example)</p>\n"),
        ("[x](/\\evil.example)", '<p><a href="/%5Cevil.example">x</a></p>\n'),
        ("<http://a.example>", "<p>&lt;http://a.example&gt;</p>\n"),
        ("", ""),
    ],
)
def test_text_becomes_html(text: str, html: str) -> None:
    assert markdown.to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        *(
            "{{7*7}}",
            "{{ config.items() }}",
            "{% include '/etc/passwd' %}",
            "{# x #}",
            "${7*7}",
            "#{7*7}",
            "{include} x",
        ),
        *(
            "{php}x{/php}",
            "{{=7*7}}",
            "@(7*7)",
            "{{constructor.constructor('x')()}}",
            "[[${7*7}]]",
            "{static}/x",
            "|x|",
        ),
    ],
)
def test_a_template_in_a_text_is_text(text: str) -> None:
    assert unescape(markdown.to_html(f"Vor {text} nach")) == f"<p>Vor {text} nach</p>\n"


def test_tables_are_written() -> None:
    assert "<th>a</th>" in markdown.to_html("| a | b |\n|---|---|\n| c | d |")


def test_columns_are_aligned_without_a_style_of_their_own() -> None:
    html = markdown.to_html("| a | b |\n|---|--:|\n| c | d |")
    assert '<td>c</td>\n<td class="prose__cell--right">d</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("root", "href"),
    [("/", "/leistungen/x/"), ("/rurheim/", "/rurheim/leistungen/x/"), ("../../", "../../leistungen/x/")],
)
def test_own_pages_are_put_below_the_root_of_the_portal(root: str, href: str) -> None:
    assert markdown.to_html("[x](/leistungen/x/)", Surroundings(root)) == f'<p><a href="{href}">x</a></p>\n'


def test_foreign_addresses_do_not_move_with_the_root() -> None:
    assert 'href="https://a.example/"' in markdown.to_html("[x](https://a.example/)", Surroundings("/rurheim/"))


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Kein Link.", []),
        ("Eins\n\n[x](/a/) und [y](/b/)", [Link("/a/", 2), Link("/b/", 2)]),
        ("[x][1]\n\n[1]: https://a.example/", [Link("https://a.example/", 0)]),
        ("<https://a.example/>", [Link("https://a.example/", 0)]),
        ("Eins\n[x](javascript:alert\\(1\\))", [Link("javascript:alert\\(1\\)", 1)]),
        ("[x](http://a.example/)", [Link("http://a.example/", 0)]),
        ("[x](//evil.example)", [Link("//evil.example", 0)]),
        ("[x](< http://a b >)", [Link(" http://a b ", 0)]),
        ("a\n\n[1]: data:text/html,x", [Link("data:text/html,x", 2)]),
        ("<ftp://a.example>", [Link("ftp://a.example", 0)]),
    ],
)
def test_links_are_found_whether_they_are_written_or_refused(text: str, links: list[Link]) -> None:
    assert markdown.links(text) == links


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a < b und c > d", None),
        ("weniger als <3 Tage", None),
        ("kein Tag", None),
        ("eins\n\nzwei <br> drei", 2),
        ("<script>", 0),
        ("</div>", 0),
        ("<!-- x -->", 0),
        ("<!DOCTYPE html>", 0),
        ("<?php x ?>", 0),
        ("<img/src=x>", 0),
        ("a <img src=x onerror=alert(1)//", 0),
        ("<svg", 0),
        ("<x:script>", 0),
        ("<a\x0bhref=x>", 0),
        ("<![CDATA[x]]>", 0),
        ("<https://a.example/>", None),
        ("<info@stadt.example>", None),
    ],
)
def test_html_tags_are_found_with_their_line(text: str, line: int | None) -> None:
    assert markdown.has_markup(text) == line


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- Ausweis\n- **biometrisches** Foto", ["Ausweis", "**biometrisches** Foto"]),
        ("1. Antrag\n2. Bescheid", []),
        ("- Ausweis\n  - Original\n- Foto", []),
        ("Vorher\n\n- Foto", []),
        ("- Foto\n\n  Mehr dazu", []),
        ("Kein Listenpunkt", []),
        ("", []),
    ],
)
def test_only_a_text_that_is_one_plain_list_has_list_items(text: str, items: list[str]) -> None:
    assert markdown.flat_list_items(text) == items


def test_one_line_comes_without_a_paragraph() -> None:
    assert (
        markdown.to_inline_html("ein **Foto** [x](/x/)", Surroundings("/a/"))
        == 'ein <strong>Foto</strong> <a href="/a/x/">x</a>'
    )


def test_words_come_without_marks() -> None:
    text = "### Titel\n\nEin **fetter** [Link](/x/)\nund `Code`.\n\n- Punkt"
    assert markdown.to_text(text) == "Titel Ein fetter Link und Code. Punkt"


COMMON = "Wer **umzieht**, meldet `sich` [hier](/leistungen/wohnsitz-anmelden/) an:\n\n- Ausweis\n- Mietvertrag\n\n"
LONGEST = 10_000
"""A third of what a text may have."""

BOMBS = {
    **{repr(mark): mark * (LONGEST // len(mark)) for mark in ("[", "*", ">", "`", "\\", "&", "<", "|", "(", "\t")},
    **{repr(mark): mark * (LONGEST // len(mark)) for mark in ("> ", "- ", "1. ", "*a ", "**a", "a**b", "<a", "# ")},
    **{
        repr(mark): mark * (LONGEST // len(mark))
        for mark in ("[a](", "](<", "[\n", "![[[[", "![](", "[a][", "[a]: /x\n")
    },
    **{repr(mark): mark * (LONGEST // len(mark)) for mark in ("a\n=\n", "~~~\n", "- a\n ", "www.", "<https://a.b/")},
    "pictures in pictures": "![" * 1_000 + "](/media/a.png)" * 700,
    "deeper and deeper lists": "\n".join("  " * depth + "- a" for depth in range(100)),
    "deeper and deeper quotes": "\n".join(">" * depth + " a" for depth in range(140)),
    "longer and longer code marks": "".join("`" * length + " " for length in range(140)),
    "links in links": "[" * 3_000 + "a" + "](x)" * 1_500,
    "a table with 500 columns": "|" + "a|" * 500 + "\n|" + "-|" * 500 + "\n" + "|\n" * 4_000,
    "many definitions": "\n".join(f"[a{n}]: /x" for n in range(800)) + "\n" + "[a1]" * 300,
}


def seconds(text: str) -> float:
    """What all that is done with a text costs."""
    start = time.process_time()
    for use in (markdown.to_html, markdown.links, markdown.has_markup, markdown.flat_list_items, first_change):
        use(text)
    markdown.bare_addresses(text)
    return time.process_time() - start


@cache
def common() -> float:
    """What such a text costs that the native core does not read, as it reads none of the worst."""
    return min(seconds(COMMON * (LONGEST // len(COMMON))) for _ in range(3))


@pytest.mark.parametrize("name", BOMBS)
def test_no_text_costs_much_more_than_a_common_one_of_its_length(name: str) -> None:
    """Measured: the table up to 42 times as much, all others at most 5 times."""
    assert min(seconds(BOMBS[name]) for _ in range(2)) < 100 * common()
    assert seen(markdown.to_html(BOMBS[name])).tags <= TAGS


def payloads(corpora: Path) -> list[str]:
    entries = json.loads((corpora / "adversarial" / "owasp-xss" / "vectors.json").read_text(encoding="utf-8"))
    bare = [entry["payload"] for entry in entries]
    return [
        form.replace("@", text)
        for text in bare
        for form in ("@", "![@](/media/rampe.png)", "![x](@)", "[x](@)", "[x](<@>)", "[@](/x/)", "<@>", "- @", "`@`")
    ]


@pytest.mark.corpus
def test_no_xss_payload_becomes_a_tag_an_attribute_or_a_link_of_its_own(corpora: Path) -> None:
    texts = payloads(corpora)
    assert len(texts) > 700
    for text in texts:
        found = seen(markdown.to_html(text, AT_TOWN))
        assert found.tags <= TAGS | {"img"}, text
        assert found.attributes <= {"href", "title", "class", "start", *PICTURE}, text
        assert [address for address in found.addresses if not address.startswith(SCHEMES)] == [], text


def comparable(corpora: Path) -> list[tuple[str, str]]:
    """The examples of the specification that use neither HTML nor images nor relative links."""
    spec = (corpora / "adversarial" / "commonmark" / "spec.txt").read_text(encoding="utf-8").replace("→", "\t")
    examples = re.findall(r"^`{32} example[^\n]*\n(.*?)^\.\n(.*?)^`{32}$", spec, re.MULTILINE | re.DOTALL)
    return [
        (text, html)
        for text, html in examples
        if not re.search(r"<[A-Za-z/!?]|!\[", text) and all(link.startswith(SCHEMES) for link in seen(html).addresses)
    ]


@pytest.mark.corpus
def test_commonmark_examples_come_out_as_the_specification_says(
    corpora: Path, record_property: Callable[[str, object], None]
) -> None:
    examples = comparable(corpora)
    record_property("compared", len(examples))
    assert len(examples) >= 500
    for text, html in examples:
        assert markdown.to_html(text).replace(">\n<", "><") == html.replace(" />", ">").replace(">\n<", "><"), text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '![Die *Rampe* "hier"](/media/rampe.png "Titel")',
            '<p><img src="/rurheim/media/rampe-1a2b3c4d.png" alt="Die Rampe &quot;hier&quot;" width="48" height="32"'
            ' loading="lazy" decoding="async"></p>\n',
        ),
        (
            "[Merkblatt](/media/merkblatt.pdf), mehr",
            '<p><a href="/rurheim/media/merkblatt-9a8b7c6d.pdf">Merkblatt (PDF, 120 KB)</a>, mehr</p>\n',
        ),
        ("![Merkblatt](/media/merkblatt.pdf)", "<p>Merkblatt</p>\n"),
        ("[Lageplan](/media/fehlt.pdf)", "<p>Lageplan</p>\n"),
    ],
)
def test_pictures_and_pdfs_are_those_of_the_place(text: str, html: str) -> None:
    assert markdown.to_html(text, AT_TOWN) == html


def test_pictures_are_found_with_the_words_in_their_place() -> None:
    text = "Eingang:\n![Die *Rampe*](/media/rampe.png) und\n\n- ![](https://a.example/x.png 'Titel')"
    assert markdown.pictures(text) == [
        Picture("/media/rampe.png", "Die Rampe", "", 1),
        Picture("https://a.example/x.png", "", "Titel", 3),
    ]
    assert markdown.links(text) == []
    assert markdown.to_text(text) == "Eingang: Die Rampe und"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "- Ihr **Ausweis**\n- [Vollmacht](/leistungen/vollmacht/), wenn jemand\n  für Sie kommt",
            ("Ihr Ausweis", "Vollmacht, wenn jemand für Sie kommt"),
        ),
        ("1. Sie füllen das Formular aus.\n2. Wir prüfen es.", ("Sie füllen das Formular aus.", "Wir prüfen es.")),
        ("Bringen Sie mit:\n\n- Foto\n- Ausweis", ()),
        ("- Foto\n- Ausweis\n  - oder Pass", ()),
        ("Sie brauchen nur Ihren Ausweis.", ()),
        ("", ()),
    ],
)
def test_entries_are_the_words_of_a_text_that_is_one_list(text: str, found: tuple[str, ...]) -> None:
    assert markdown.entries(text) == found


MARKED = [
    "Hund",
    " ",
    "\n",
    "&",
    ";",
    "shy",
    "<b",
    ">",
    "`",
    "```",
    "~~~",
    "#",
    "!",
    "[",
    "]",
    "(",
    ")",
    ":",
    "//",
    "x",
]
MARKED += ["=", "-", "https://a.example", "www.a.example", "   ", "\t", "1. ", "*", "|", "/media/a.png"]


@given(st.lists(st.lists(st.sampled_from(MARKED), max_size=7).map("".join), max_size=3))
def test_texts_in_which_a_rule_finds_something_may_be_marked_also_when_they_are_joined(texts: list[str]) -> None:
    found = [
        (markdown.bare_addresses(one), markdown.pictures(one), list(_findings(one, "###")), first_change(one) is None)
        for one in texts
    ]
    assert markdown.may_be_marked("\n".join(texts)) or all(one == ([], [], [], True) for one in found)
