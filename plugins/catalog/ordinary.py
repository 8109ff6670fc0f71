"""Ordinary texts by a native core, comrak: words, lists, emphasis, headings, tables, plain links.

What could be read in two ways gets no further than `html`: no `<` or `&`, no code, no picture, no address but a plain
one. `markdown` reads such a text by markdown-it-py; of what is ordinary both make the same, byte for byte.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

import comrak

from plugins.catalog import addresses

REMEMBERED = 2**18
"""So many texts are remembered, all of 30,000 services: rules, search, pages and other portals ask for each again."""

LINK = re.compile(r"\[([^\[\]\n]+)\]\((?!https://[^/)]*[A-Z])([A-Za-z0-9:/._#?=@+-]+)\)")
"""A link without a title whose address needs no escape: its words, its address."""

_ROW = re.compile(r"\|(?:[^|\\]*\|)+")
_RULE = re.compile(r"\|(?: *:?-{3,}:? *\|)+")
_LIST = re.compile(r'<(ul|ol)(?: start="\d+")?>\n<li>(.*)</li>\n</\1>\n', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"<(?!/?(?:em|strong|a|br)[ >])")
_OPENED = re.compile(r'<(blockquote>\n</|li></|a href=""|a|blockquote|[ou]l|pre|hr|table)')
_ODD = re.compile(r"\\ | {4}>|^[ >*+#\d.)-]* $", re.MULTILINE)
"""What the two parsers understand differently: `\\ ` before a break, `>` far to the right, marks before blanks only."""

_ELSEWHERE = frozenset({"pre", "hr", "blockquote>\n</", "li></"})
"""Elements of no ordinary text: blocks of code; lines, empty quotations and entries: the parsers differ."""


def _table_options() -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = True
    return options


def _escaping() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.escape = True
    return options


_WITH_TABLES, _AS_EVER, _ESCAPING = _table_options(), comrak.ParseOptions(), _escaping()


@lru_cache(REMEMBERED)
def html(text: str) -> str | None:
    """HTML whose links lead where they are written; None for a text that is not ordinary."""
    links, tables = _links(text), _tables(text)
    if links is None or tables is None or not _is_plain(text):
        return None
    found = comrak.render_markdown(text + "\n", _WITH_TABLES, _AS_EVER, _ESCAPING)
    tags = _OPENED.findall(found)
    is_as_counted = tags.count("a") == links and tags.count("table") == tables
    if not is_as_counted or _may_be_deep(tags) or not _ELSEWHERE.isdisjoint(tags):
        return None
    return found.replace(" />", ">").replace(' align="', ' class="prose__cell--')


def _is_plain(text: str) -> bool:
    """True when no mark and no blank can be taken for something else."""
    if "<" in text or "&" in text or "`" in text or "~" in text:
        return False
    may_be_odd = "\\" in text or ">" in text or " \n" in text
    return not (may_be_odd and _ODD.search(text)) and text.replace("\n", "").isprintable()


def _links(text: str) -> int | None:
    """How many links a text has; None when a bracket is no part of one, or an address is refused."""
    if "[" not in text and "]" not in text:
        return 0
    rest, links = LINK.subn("", text)
    is_clear = "[" not in rest and "]" not in rest and all(is_safe(address) for _, address in LINK.findall(text))
    return links if is_clear else None


def _tables(text: str) -> int | None:
    """How many tables a text has; None when a bar is no part of one."""
    if "|" not in text:
        return 0
    blocks = [block for block in text.split("\n\n") if "|" in block]
    return len(blocks) if all(map(_is_table, blocks)) else None


def _is_table(block: str) -> bool:
    """True for nothing but rows of as many cells as the first, the second of them a line of dashes."""
    rows = block.strip("\n").split("\n")
    is_even = len({row.count("|") for row in rows}) == 1 and all(map(_ROW.fullmatch, rows))
    return is_even and len(rows) > 1 and _RULE.fullmatch(rows[1]) is not None


def _may_be_deep(tags: list[str]) -> bool:
    """True when blocks may lie in each other as deep as markdown-it-py stops to look (20 levels, a list has two)."""
    return len(tags) > 9 and tags.count("ul") + tags.count("ol") + tags.count("blockquote") > 9


def is_safe(address: str) -> bool:
    """True for an address that a text may link at all."""
    if addresses.named_target(address):
        return True
    return address.startswith(("https://", "/", "#", "mailto:", "tel:")) and not address.startswith(("//", "/\\"))


def links(text: str) -> Iterator[tuple[str, int]]:
    """The address and the line (from 0) of every link of an ordinary text."""
    return ((found[2], text.count("\n", 0, found.start())) for found in LINK.finditer(text))


def words(html: str) -> str:
    """What HTML of an ordinary text says, without any marks."""
    plain = unescape(_TAG.sub("", html)) if "<" in html or "&" in html else html
    said = plain.replace("\n", " ").strip()
    return " ".join(said.split()) if "  " in said else said


def entries(html: str) -> list[str] | None:
    """The HTML of each entry of what is one list and no more; None when an entry holds more than one line of words."""
    found = _LIST.fullmatch(html)
    parts = found[2].split("</li>\n<li>") if found else []
    return None if "" in parts or _BLOCK.search("\n".join(parts)) else parts
