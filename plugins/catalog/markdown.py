"""CommonMark without raw HTML: text to HTML, and the links, pictures and lists inside it.

What is `ordinary` is read by a native core. All else, and whatever needs the place of a word, by `markdown-it-py`: with
`html=False` it writes every tag of the input as text; links with schemes other than ours are no links at all. A picture
is one of our media, or nothing but its words.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from plugins.catalog import addresses, ordinary, urls
from plugins.catalog.ordinary import REMEMBERED
from plugins.catalog.records import Language, Medium
from plugins.catalog.records.medium import FOLDER
from plugins.catalog.scanning import scanner


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a text; `line` counts from 0 within the text."""

    address: str
    line: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a text: its address, the words in its place, what would show on hovering; `line` as for links."""

    address: str
    words: str
    title: str
    line: int


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "typographer": False, "xhtmlOut": False}).enable("table")
    parser.validateLink = ordinary.is_safe  # type: ignore[assignment, method-assign]
    return parser


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What links in a text lead to: own pages below `root`, those of `own` (None: all); named targets by `resolve`.

    Nothing leads to an address that `is_out_of_order`. An own page is the one in `language`, if there is one.
    Pictures and PDFs are those of `media`, by how texts name them; only words stay of any other.
    """

    root: str = "/"
    own: Container[str] | None = None
    resolve: Callable[[str], str | None] = lambda _: None
    is_out_of_order: Callable[[str], object] = lambda _: False
    language: Language = Language.GERMAN
    media: Mapping[str, Medium] = field(default_factory=dict)

    def address(self, written: str) -> str | None:
        """Where a link leads; None when it leads nowhere here and only its words stay."""
        if not written.startswith("/"):
            return self.working(self.resolve(written) if addresses.named_target(written) else written)
        if written.startswith(FOLDER):
            return self.medium(self.media.get(written))
        is_here = self.own is None or written.partition("#")[0] in self.own
        return self.page(written) if is_here else None

    def said(self, written: str) -> str:
        """What is told of a PDF behind the words of a link to it."""
        medium = self.media.get(written)
        return f" ({medium.about})" if medium else ""

    def medium(self, medium: Medium | None) -> str | None:
        """The address of a picture or PDF on its server."""
        return self.root + medium.address[1:] if medium else None

    def page(self, address: str) -> str:
        """The address of an own page on its server."""
        path, mark, anchor = address.partition("#")
        spoken = urls.in_language(path, self.language)
        found = spoken if self.own and spoken in self.own else path
        return self.root + found[1:] + mark + anchor

    def working(self, address: str | None) -> str | None:
        """The address, unless it is known to be out of order."""
        return None if address is None or self.is_out_of_order(address) else address


ANYWHERE = Surroundings()


def to_html(text: str, around: Surroundings = ANYWHERE) -> str:
    """HTML of a text. Links that lead nowhere here become words: a town does not offer every service.

    Columns are aligned by classes, because pages allow no style of their own.
    """
    found = ordinary.html(text)
    return _exactly(text, around) if found is None else _linked(found, around)


def _linked(html: str, around: Surroundings) -> str:
    """HTML of an ordinary text whose links lead where they shall here."""
    return _ANCHOR.sub(lambda link: _led(link, around), html) if "<a " in html else html


_ANCHOR = re.compile(r'<a href="([^"]+)">(.*?)</a>')


def _led(link: re.Match[str], around: Surroundings) -> str:
    address, words = around.address(link[1]), link[2] + escapeHtml(around.said(link[1]))
    return words if address is None else f'<a href="{escapeHtml(address)}">{words}</a>'


def _exactly(text: str, around: Surroundings) -> str:
    tokens = _parser().parse(text)
    for token in tokens:
        if alignment := str(token.attrs.pop("style", "")).removeprefix("text-align:"):
            token.attrSet("class", f"prose__cell--{alignment}")
        if token.children:
            token.children = list(_with_addresses(token.children, around))
    return str(_parser().renderer.render(tokens, _parser().options, {}))


def _with_addresses(tokens: list[Token], around: Surroundings) -> Iterator[Token]:
    dropped, said = False, ""
    for token in tokens:
        if token.type == "link_open":
            written = str(token.attrGet("href") or "")
            address, said = around.address(written), around.said(written)
            dropped = address is None
            token.attrSet("href", address or "")
        if token.type == "link_close" and said:
            yield _text(said)
        if token.type == "image":
            token = _shown(token, around)
        if not (dropped and token.type in {"link_open", "link_close"}):
            yield token


def _shown(token: Token, around: Surroundings) -> Token:
    """A picture of ours with its size, so that nothing moves when it comes; of any other its words."""
    medium = around.media.get(str(token.attrGet("src")))
    if medium is None or not medium.is_picture:
        return _text(words(token))
    width, height = medium.shown
    token.attrs = {
        "src": around.medium(medium) or "",
        "alt": "",  # the renderer fills it in
        "width": width,
        "height": height,
        "loading": "lazy",
        "decoding": "async",
    }
    return token


def _text(content: str) -> Token:
    return Token("text", "", 0, content=content)


def links(text: str) -> Sequence[Link]:
    """All links of a text: those that `to_html` writes, and those it would refuse; pictures are none."""
    return _links(text) if "]" in text or "<" in text else []


@lru_cache(REMEMBERED)
def _links(text: str) -> Sequence[Link]:
    if ordinary.html(text) is not None:
        return [Link(*found) for found in ordinary.links(text)]
    emitted = [
        Link(str(token.attrGet("href")), line)
        for block in _parser().parse(text)
        for token, line in _lines(block)
        if token.type == "link_open"
    ]
    written = [Link(found[1].strip("<>"), text.count("\n", 0, found.start())) for found in _LINK.finditer(text)]
    known = {link.address for link in emitted} | {picture.address for picture in pictures(text)}
    return emitted + [link for link in written if link.address not in known]


may_be_marked = scanner(r"&|<|```|~~~|#|!\[|\]\(|\]:|://|www\.|\n {0,3}(?:=|--)")
"""False for what is only words, emphasis, lists and tables, also where several texts are joined by line breaks."""

_may_show = scanner(r"!\[")


def pictures(text: str) -> Sequence[Picture]:
    """All pictures of a text, also those that `to_html` shows no more of than their words."""
    return _pictures(text) if _may_show(text) else []


@lru_cache(REMEMBERED)
def _pictures(text: str) -> Sequence[Picture]:
    return [
        Picture(str(token.attrGet("src")), words(token), str(token.attrGet("title") or ""), line)
        for block in _parser().parse(text)
        for token, line in _lines(block)
        if token.type == "image"
    ]


def _lines(block: Token) -> Iterator[tuple[Token, int]]:
    """The parts of a block, each with its line."""
    line = block.map[0] if block.map else 0
    for token in block.children or ():
        line += token.type in _BREAKS
        yield token, line


_LINK = re.compile(
    r"(?:\]\(\s*|^ {0,3}\[[^\]]+\]:\s*|<(?=[A-Za-z][A-Za-z0-9+.-]*:))(<[^>\n]*>|(?:\([^\s()]*\)|[^\s)>])*)",
    re.MULTILINE,
)

_ADDRESS = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>]*[^\s<>.,;:!?)\]\"“”'*_]")
_may_be_address = scanner(r"://|www\.")
_LINKED = re.compile(r"\[[^\[\]]*\]\([^()]*\)|<https://[^>\s]*>")


def bare_addresses(text: str) -> list[Link]:
    """Web addresses that stand in a text as mere words, neither linked nor in code."""
    if not _may_be_address(text) or not _ADDRESS.search(_LINKED.sub("", text)):
        return []
    blocks = [block for block in _parser().parse(text) if block.children]
    return [
        Link(found[0], line) for block in blocks for words, line in _words(block) for found in _ADDRESS.finditer(words)
    ]


def _words(block: Token) -> Iterator[tuple[str, int]]:
    """The text of a block outside of links, each piece with its line."""
    depth = 0
    for token, line in _lines(block):
        depth += token.nesting if token.type.startswith("link_") else 0
        if token.type == "text" and not depth:
            yield token.content, line


_MARK = re.compile(r"[*_`\[\]<>#~|]|\n\s*\n|^\s*(?:[-+=]|\d+[.)])|^ {4}|^\t|://|www\.", re.MULTILINE)


def marks(text: str) -> Iterator[tuple[str, int]]:
    """What is more than words in one paragraph: markdown-it's name of it (or `address`) and its line from 0."""
    if not _MARK.search(text):
        return
    if links(text) or bare_addresses(text):
        yield "address", 0
    paragraphs = 0
    for token in _parser().parse(text):
        line = token.map[0] if token.map else 0
        paragraphs += token.type == "paragraph_open" and token.level == 0
        is_mark = token.level == 0 and token.nesting >= 0 and token.type not in {"inline", "paragraph_open"}
        if is_mark or (token.type == "paragraph_open" and paragraphs == 2):
            yield token.type, line
        yield from ((child.type, line) for child in _marks_inside(token.children or []))


def _marks_inside(tokens: list[Token]) -> Iterator[Token]:
    """Links, emphasis and the like; the asterisk in „Bürger*innen“ is none."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        in_word = before is not None and before.type == "text" and before.content[-1:].isalnum()
        is_star = token.type == "em_open" and in_word
        if token.nesting >= 0 and token.type not in {"text", "softbreak", "hardbreak"} and not is_star:
            yield token


_TAG = re.compile(
    r"<(?![A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|[^\s<>@]+@[^\s<>@]+>)(?:[A-Za-z]|/[A-Za-z]|![A-Za-z\[-]|\?[A-Za-z])"
)
"""A `<` that could begin a tag for any browser, closed or not; a link in angle brackets is none."""


def has_markup(text: str) -> int | None:
    """The line (from 0) of the first HTML tag in a text, or None."""
    if "<" not in text:
        return None
    found = _TAG.search(text)
    return text.count("\n", 0, found.start()) if found else None


def to_inline_html(text: str, around: Surroundings = ANYWHERE) -> str:
    """HTML of one line of text, without a paragraph around it."""
    return to_html(text, around).removeprefix("<p>").removesuffix("</p>\n")


def escaped(text: str) -> str:
    """Words of others as a text that means just them: „Makler*in“ begins no emphasis, „[1]“ no link."""
    return re.sub(r"([\\`*_\[\]<>&#~|])", r"\\\1", text)


def flat_list_items(text: str) -> list[str]:
    """The entries of a text that is nothing but one plain list; otherwise nothing."""
    lines, found = text.split("\n"), _entries(text)
    if found == []:
        return []
    if found and len(found) == len(lines) and all(line.startswith("- ") for line in lines):
        return [line[2:].strip() for line in lines]
    return [block.content for block in _flat(text, "bullet")]


def flat_list_html(text: str, around: Surroundings = ANYWHERE) -> list[str]:
    """HTML of each entry of a text that is nothing but one plain list; otherwise nothing."""
    found = _entries(text)
    if found and text.count("\n- ") == len(found) - 1 == text.count("\n") and text.startswith("- "):
        return [_linked(entry, around) for entry in found]
    return [to_inline_html(entry, around) for entry in flat_list_items(text)]


@lru_cache(REMEMBERED)
def entries(text: str) -> tuple[str, ...]:
    """The words of each entry of a text that is nothing but one list, with points or numbers, and not nested."""
    found = _entries(text)
    if found is not None:
        return tuple(map(ordinary.words, found))
    return tuple(" ".join(words(block).split()) for block in (_flat(text, "bullet") or _flat(text, "ordered")))


def _entries(text: str) -> list[str] | None:
    """The HTML of each entry of an ordinary text that is one list; None when only its tokens can tell."""
    html = ordinary.html(text)
    return None if html is None else ordinary.entries(html)


def _flat(text: str, kind: str) -> list[Token]:
    tokens = _parser().parse(text)
    kinds = [token.type for token in tokens if token.level == 0]
    nested = any(token.type.endswith("list_open") and token.level > 0 for token in tokens)
    if kinds != [f"{kind}_list_open", f"{kind}_list_close"] or nested:
        return []
    blocks = [token for token in tokens if token.type == "inline"]
    return blocks if len(blocks) == sum(token.type == "list_item_open" for token in tokens) else []


@lru_cache(256)
def tokens(text: str) -> Sequence[Token]:
    """The text as markdown-it reads it, block by block, for what is neither HTML nor links; only to be read."""
    return tuple(_parser().parse(text))


def to_text(text: str) -> str:
    """The words of a text without any marks, for search and previews."""
    html = ordinary.html(text)
    if html is not None:
        return ordinary.words(html)
    blocks = (block for block in _parser().parse(text) if block.children)
    return " ".join(" ".join(map(words, blocks)).split())


def words(block: Token) -> str:
    """The words of an inline token without any marks; a picture counts with the words in its place."""
    return "".join(map(_said, block.children or ()))


def _said(token: Token) -> str:
    if token.type == "image":
        return words(token)
    return " " if token.type in _BREAKS else token.content


_BREAKS = frozenset({"softbreak", "hardbreak"})


__all__ = [
    "ANYWHERE",
    "Link",
    "Picture",
    "Surroundings",
    "bare_addresses",
    "entries",
    "escaped",
    "flat_list_html",
    "flat_list_items",
    "has_markup",
    "links",
    "marks",
    "may_be_marked",
    "pictures",
    "to_html",
    "to_inline_html",
    "to_text",
    "tokens",
    "words",
]
