"""Any text that a file may hold is HTML of our few elements, whose links a rule has seen; its words carry no marks."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib

from plugins.catalog import markdown, sanitising
from plugins.catalog.encodings import INVISIBLE
from tests.fuzzing.placed import DEMO, small_files
from tests.fuzzing.targets import words

TOKENS = words(
    "[ ]( ) ](https:// ](javascript: ](data:text/html, ](// ](/\\ <https:// <mailto: <tel: [a]:␣ [a][a] ![ ` "
    "```\n ~~~\n ** __ * _ \\ <script> <!-- <a␣href= onerror= &#x3a; &Tab; &colon; &lt; |a|b|\n|-|:-:|\n >␣ -␣ "
    "1.␣ #␣ ##␣ ===\n ---\n ␣␣␣␣ \t \n\n ␣␣\n \xad \x00 {{␣7*7␣}} %0a %5c wsp:99050012104000 #anker www.x.de "
    "/leistungen/hund-anmelden/"
)
_PLAIN = r"p|h[1-6]|ul|li|strong|em|pre|blockquote|hr|br|table|thead|tbody|tr"
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "code": {"class"}, "td": {"class"}, "th": {"class"}}
_HREF = re.compile(r"(?:https://|mailto:|tel:|#|/(?![/\\])|[a-z]{2,20}:(?:\d{14})?$)[^\x00-\x20\x7f\\]*|", re.ASCII)
_FORBIDDEN = re.compile(r"(?:javascript|data|vbscript|file|blob|http):", re.IGNORECASE)


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    if INVISIBLE.search(text) or "\r" in text:
        return
    page = html5lib.parseFragment(markdown.to_html(text), namespaceHTMLElements=False)
    _our_elements([*page.iter()][1:])
    hrefs = [element.get("href", "") for element in page.iter("a")]
    assert all(_HREF.fullmatch(href) and not _FORBIDDEN.match(href) for href in hrefs), hrefs
    assert {*hrefs} <= {link.address for link in markdown.links(text)}, hrefs
    _lines(text)
    assert "".join(markdown.to_text(text).split()) == "".join(_words(page))
    line = " ".join(text.split())
    assert markdown.to_text("x" + markdown.escaped(line) + "x") == f"x{line}x"


def _our_elements(elements: list[Element]) -> None:
    for element in elements:
        tag = str(element.tag)
        assert tag in _ATTRIBUTES or re.fullmatch(_PLAIN, tag), tag
        assert {*element.attrib} <= _ATTRIBUTES.get(tag, set()), (tag, element.attrib)


def _lines(text: str) -> None:
    """Whatever is found stands in a line of the text."""
    found = (*markdown.links(text), *markdown.bare_addresses(text))
    places = [*(link.line for link in found), *(line for _, line in markdown.marks(text))]
    places.append(sanitising.first_change(text) or 0)
    assert 0 <= min(places) <= max(places) <= text.count("\n"), places


def _words(element: Element) -> Iterator[str]:
    """What a page says but for blocks of code, without blanks."""
    if element.tag != "pre":
        yield from (element.text or "").split()
        for child in element:
            yield from _words(child)
            yield from (child.tail or "").split()


def seeds() -> Iterator[bytes]:
    for pattern in ("services/*.md", "pages/*.md"):
        for _, data in small_files(DEMO, pattern):
            yield from data.split(b"---\n", 2)[2].split(b"\n## ")[::4]
    yield b'|a|b|\n|:-|-:|\n|1|2|\n\n[x](https://www.rurheim.example/ "t") <mailto:a@b.example>\n\n[a]: /a/\n[a]'
