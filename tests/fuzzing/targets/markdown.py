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
    html = markdown.to_html(text)
    hrefs = [href for element in _elements(html) if (href := element.get("href")) is not None]
    for href in hrefs:
        assert _HREF.fullmatch(href), href
        assert not _FORBIDDEN.match(href), href
    assert {*hrefs} <= {link.address for link in markdown.links(text)}, hrefs
    lines = text.count("\n") + 1
    assert (sanitising.first_change(text) or 0) < lines
    places = [*(link.line for link in (*markdown.links(text), *markdown.bare_addresses(text)))]
    assert all(0 <= line < lines for line in (*places, *(line for _, line in markdown.marks(text)))), places
    _words(text, html)


def _elements(html: str) -> list[Element]:
    found = [*html5lib.parseFragment(html, namespaceHTMLElements=False).iter()][1:]
    for element in found:
        tag = str(element.tag)
        assert tag in _ATTRIBUTES or re.fullmatch(_PLAIN, tag), tag
        assert {*element.attrib} <= _ATTRIBUTES.get(tag, set()), (tag, element.attrib)
    return found


def _words(text: str, html: str) -> None:
    """The words of a text are those of the page but for blocks of code; escaped they are themselves."""
    page = html5lib.parseFragment(re.sub(r"(?s)<pre>.*?</pre>", "", html), namespaceHTMLElements=False)
    shown = "".join("".join(page.itertext()).split())
    assert "".join(markdown.to_text(text).split()) == shown
    line = " ".join(text.split())
    assert markdown.to_text("x" + markdown.escaped(line) + "x") == f"x{line}x"


def seeds() -> Iterator[bytes]:
    for pattern in ("services/*.md", "pages/*.md"):
        for _, data in small_files(DEMO, pattern):
            yield data.split(b"---\n", 2)[2]
    yield b'|a|b|\n|:-|-:|\n|1|2|\n\n[x](https://www.rurheim.example/ "t") <mailto:a@b.example>\n\n[a]: /a/\n[a]'
