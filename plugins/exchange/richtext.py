"""HTML of foreign systems as Markdown that our catalog accepts: no tags, no images, only links we can vouch for."""

import re
from dataclasses import dataclass
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag
from bs4.exceptions import ParserRejectedMarkup
from markdownify import MarkdownConverter

from plugins.catalog import addresses
from plugins.exchange.findings import Matter, Note
from plugins.exchange.plaintext import one_line, without_invisible


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_DROPPED = _names(
    "applet area audio base button canvas dialog embed form frame frameset head iframe input link map math meta"
    " noscript object option param script select source style svg template textarea title track video"
)
_BLOCKS = _names(
    "address article aside caption center dd details div dl dt fieldset figcaption figure footer header main nav pre"
    " section summary"
)
_TABLE = _names("table thead tbody tfoot tr th td")
_KEPT = _names("p br strong b em i ul ol li a h1 h2 h3 h4 h5 h6 blockquote") | _TABLE
_ENDS_LINE = _names("p div ul ol li blockquote table tr h1 h2 h3 h4 h5 h6")
_LISTS = _names("ul ol table")
_NOTHING: frozenset[str] = frozenset()
_INLINE = ("strong", "b", "em", "i", "a")
_CONVERTER = MarkdownConverter(heading_style="atx", bullets="-", autolinks=False, table_infer_header=True)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_DEEPEST = 100
_LONGEST = 200_000
_START = re.compile(r"^(\s*)(?=(?:[-+]+|=+|~{3,}.*)(?:\s|$)|[#>])")
_NUMBER = re.compile(r"^(\s*\d{1,9})(?=[.)](?:\s|$))")


@dataclass(frozen=True, slots=True)
class RichText:
    """A text as Markdown, its bare lines (paragraphs, list entries), and those of its lines that are no list."""

    markdown: str = ""
    lines: tuple[str, ...] = ()
    prose: tuple[str, ...] = ()


def read_html(html: str, note: Note) -> RichText:
    """Markdown and lines of an HTML fragment; what had to go is noted."""
    try:
        _check_size(html)
        soup = BeautifulSoup(f"<div>{cleaned(html, note)}</div>", "html.parser")
        _uncover(soup)
        _tidy(soup, note)
        lines, prose = _lines(soup, with_lists=True), _lines(soup, with_lists=False)
        _escape(soup)
        return RichText(_polished(_CONVERTER.convert_soup(soup)), lines, prose)
    except (ParserRejectedMarkup, RecursionError, _UnreadableError):
        note(Matter.WRONG_SHAPE, "Text mit unlesbarem HTML, nicht übernommen")
        return RichText()


def _uncover(soup: BeautifulSoup) -> None:
    """Take out what nobody sees and was written as `&#x202d;`."""
    for text in soup.find_all(string=lambda found: bool(found) and without_invisible(found)[1] > 0):
        text.replace_with(without_invisible(text)[0])


class _UnreadableError(Exception):
    """HTML too long or too deep to be a description; reading it would take minutes."""


def _check_size(html: str) -> None:
    depth = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _VOID:
            depth = max(0, depth + (-1 if tag[1] else 1))
        if depth > _DEEPEST:
            raise _UnreadableError
    if len(html) > _LONGEST:
        raise _UnreadableError


def cleaned(text: str, note: Note) -> str:
    """The text without invisible characters; their number is noted."""
    visible, count = without_invisible(text)
    if count:
        note(Matter.INVISIBLE, f"{count} Zeichen")
    return visible


def link(name: str, address: str, note: Note) -> str:
    """A Markdown link, or the bare name when the address is none we accept."""
    target = accepted(address, note)
    label = re.sub(r"([\\`*_])", r"\\\1", one_line(name)) or (addresses.parse(target).host if target else "")
    return f"[{label}]({target})" if target else label


def accepted(address: str, note: Note) -> str | None:
    """The address as we may publish it (http:// becomes https://), or None; both are noted."""
    text = "".join(address.split())
    if addresses.is_mail_or_phone(text):
        return text
    target = re.sub(r"^http://", "https://", text, flags=re.IGNORECASE)
    try:
        addresses.parse(target)
    except addresses.AddressError as error:
        note(Matter.LINK_DROPPED, one_line(str(error)))
        return None
    if target != text:
        note(Matter.LINK_UPGRADED, text)
    return target.replace("(", "%28").replace(")", "%29")


def _tidy(soup: BeautifulSoup, note: Note) -> None:
    """Leave only elements that Markdown knows, with no attributes but accepted addresses."""
    for text in soup.find_all(string=lambda found: isinstance(found, PreformattedString)):
        text.extract()
    for tag in soup.find_all(True):
        if tag.decomposed:
            continue
        if tag.name in _DROPPED or tag.name == "img":
            note(Matter.MARKUP, "Bild" if tag.name == "img" else f"Element „{tag.name}“")
            tag.decompose()
        elif tag.name in _BLOCKS:
            tag.name, tag.attrs = "div", {}
        elif tag.name == "a":
            _tidy_link(tag, note)
        elif tag.name in _KEPT:
            tag.attrs = _numbering(tag)
        else:
            tag.unwrap()
    _unwrap_layout_tables(soup)
    _lower_headings(soup)
    _move_breaks_out(soup)
    _flatten_inline(soup)
    _drop_edge_breaks(soup)
    soup.smooth()


def _numbering(tag: Tag) -> dict[str, Any]:
    """Where a numbered list begins, when that is not 1; the only attribute that stays."""
    start = str(tag.get("start") or "") if tag.name == "ol" else ""
    return {"start": start} if re.fullmatch(r"\d{1,9}", start, re.ASCII) else {}


def _tidy_link(tag: Tag, note: Note) -> None:
    address = str(tag.get("href") or "")
    target = accepted(address, note) if address.strip() else None
    if target is None:
        tag.unwrap()
        return
    tag.attrs = {"href": target}
    if not tag.get_text(strip=True):
        tag.string = target.split("/")[2] if target.startswith("https://") else target.split(":", 1)[1]


def _unwrap_layout_tables(soup: BeautifulSoup) -> None:
    """A table of one column only arranges text."""
    for table in soup.find_all("table"):
        if all(len(row.find_all(["td", "th"])) < 2 for row in table.find_all("tr")):
            for part in table.find_all(sorted(_TABLE)):
                part.name = "div"
            table.name = "div"


def _lower_headings(soup: BeautifulSoup) -> None:
    """The highest heading becomes the third level; empty ones go."""
    headings = [tag for tag in soup.find_all(re.compile(r"^h[1-6]$")) if tag.get_text(strip=True)]
    highest = min((int(tag.name[1]) for tag in headings), default=3)
    for tag in headings:
        tag.name = f"h{min(6, int(tag.name[1]) - highest + 3)}"


def _move_breaks_out(soup: BeautifulSoup) -> None:
    """A line break at the edge of bold text stands outside it, where Markdown can express it."""
    for tag in reversed(soup.find_all(_INLINE)):
        while tag.contents and _is_break(tag.contents[-1]):
            tag.insert_after(tag.contents[-1].extract())
        while tag.contents and _is_break(tag.contents[0]):
            tag.insert_before(tag.contents[0].extract())
        if not tag.get_text(strip=True):
            tag.unwrap()


def _flatten_inline(soup: BeautifulSoup) -> None:
    """Bold text and links stay within one paragraph and hold none of their kind: Markdown cannot say more."""
    for tag in soup.find_all(_INLINE):
        inner = tag.find_all(sorted(_ENDS_LINE | {"br"}))
        if tag.name == "a":
            for part in inner:
                part.replace_with(" ") if part.name == "br" else part.unwrap()
        elif inner or tag.find_parent(["strong", "b", "em", "i"]):
            tag.unwrap()


def _drop_edge_breaks(soup: BeautifulSoup) -> None:
    """A line break at the edge of a block says nothing."""
    for line_break in soup.find_all("br"):
        for siblings in (line_break.next_siblings, line_break.previous_siblings):
            beside = next((node for node in siblings if not _is_break(node)), None)
            if beside is None or (isinstance(beside, Tag) and beside.name in _ENDS_LINE):
                line_break.decompose()
                break


def _is_break(node: object) -> bool:
    return (isinstance(node, Tag) and node.name == "br") or (isinstance(node, NavigableString) and not node.strip())


def _lines(soup: BeautifulSoup, *, with_lists: bool) -> tuple[str, ...]:
    parts: list[str] = []
    _collect(soup, parts, _NOTHING if with_lists else _LISTS)
    return tuple(" ".join(line.split()) for line in "".join(parts).split("\n") if line.strip())


def _collect(tag: Tag, parts: list[str], skipped: frozenset[str]) -> None:
    for child in tag.children:
        if not isinstance(child, Tag):
            parts.append(re.sub(r"\s+", " ", str(child)))
        elif child.name not in skipped:
            edge = "\n" if child.name in _ENDS_LINE or child.name == "br" else ""
            parts.append(edge)
            _collect(child, parts, skipped)
            parts.append(edge)


def _escape(soup: BeautifulSoup) -> None:
    """Protect characters of the text that Markdown would read as marks; `*` and `_` are the converter's task."""
    for text in soup.find_all(string=True):
        escaped = re.sub(r"([\\`\[\]])", r"\\\1", " ".join(f"_{text}_".split())[1:-1]).replace("](", "]\\(")
        escaped = re.sub(r"&(?=#?\w+;)", r"\\&", escaped).replace("<", "&lt;")
        escaped = _NUMBER.sub(r"\1" + "\\\\", _START.sub(r"\1" + "\\\\", escaped)) if _starts_line(text) else escaped
        escaped = escaped.replace("|", "\\|") if text.find_parent(["td", "th"]) else escaped
        text.replace_with(NavigableString(escaped))


def _starts_line(text: NavigableString) -> bool:
    before = text.previous_sibling
    return before is None or (isinstance(before, Tag) and (before.name == "br" or before.name in _ENDS_LINE))


def _polished(markdown: str) -> str:
    """Line breaks written as `\\`, none at the end of a paragraph, no empty lines in a row, no trailing spaces."""
    text = re.sub(r"[ \t]+\n(?:[ \t]*\n)+", "\n\n", markdown.replace("\xa0", " "))
    text = re.sub(r"(?<=\S) {2,}\n", "\\\\\n", text)
    text = re.sub(r"[ \t]+$|^ (?=\S)", "", text, flags=re.MULTILINE)
    text = re.sub(r"(?<!\\)\\\n(?=\n)", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
