"""The body of a content file, cut at its headings; also at lines that were meant as headings but are none."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from plugins.catalog.fences import fenced
from plugins.catalog.places import Place
from plugins.catalog.records.fields import Section
from plugins.catalog.scanning import scanner

_HEADING = re.compile(r"##[ \t]+(.*)")
_HASHES = re.compile(r"([ \t]*)(#{1,6})([ \t]*)(.*)")
_SPACE = " \t"
_END = " \t#"
_BOLD = re.compile(r"\s*(\*\*|__)(.+?)\1:?\s*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")
_BLANK = r"(?:[^\S\n]|[\x1c-\x1f])"
_may_be_odd = scanner(rf"\n(?:{_BLANK}*[*_]|{_BLANK}+#|#(?:[^#]|#[^ ]|#?$)| {{0,3}}(?:=+|-+)[ \t]*(?:\n|$))|```|~~~")
"""A line that may be meant as a heading; a block of code, in which none is."""


class Heading(NamedTuple):
    """A `##` heading and whether text stands under it; text before the first heading has an empty one.

    `mistyped` is the line as it was written when it was only meant as a heading: `**Fristen**`, `##Fristen`.
    """

    words: str
    path: str
    line: int
    is_empty: bool = False
    mistyped: str = ""

    @property
    def place(self) -> Place:
        """Where it is written."""
        return Place(self.path, self.line)


class SourceSection(NamedTuple):
    """A heading and the text under it, each with its line; see `Heading` for `mistyped`."""

    heading: str
    text: str
    line: int
    text_line: int
    mistyped: str = ""


class _Cut(NamedTuple):
    """A line that begins a section: its number, what it says, how many lines it takes."""

    number: int
    heading: str
    mistyped: str = ""
    lines: int = 1


def sections(body: str, first_line: int, known: Mapping[str, Section]) -> Iterator[SourceSection]:
    """The sections of a body whose fields stand under the `known` headings."""
    lines = f"\n{body}"
    if _may_be_odd(lines):
        return _looked_at(body.split("\n"), first_line, known)
    return _ordinary(lines, first_line)


def _ordinary(lines: str, number: int) -> Iterator[SourceSection]:
    """A body in which every heading is written as one; a line begins behind each end of one."""
    before, *rest = lines.split("\n## ")
    yield _section(number, "", before[1:], lines=0)
    number += before.count("\n")
    for piece in rest:
        heading, _, text = piece.partition("\n")
        yield _section(number, heading.lstrip(_SPACE).rstrip(_END), text)
        number += piece.count("\n") + 1


def _section(number: int, heading: str, text: str, mistyped: str = "", lines: int = 1) -> SourceSection:
    written = text.strip()
    blank = text.count("\n", 0, text.index(written[0])) if written else 0
    return SourceSection(heading, written, number, number + lines + blank, mistyped)


def _looked_at(lines: Sequence[str], first: int, known: Mapping[str, Section]) -> Iterator[SourceSection]:
    """Every body, line by line."""
    cuts = [_Cut(0, "", lines=0), *_cuts(lines, known)]
    ends = [cut.number for cut in cuts[1:]] + [len(lines)]
    for cut, end in zip(cuts, ends, strict=True):
        text = "\n".join(lines[cut.number + cut.lines : end])
        yield _section(first + cut.number, cut.heading, text, cut.mistyped, cut.lines)


def doubtful(found: Sequence[SourceSection], path: str, known: Container[str]) -> tuple[Heading, ...]:
    """The headings of a body; none where each is known, stands there once and has a text."""
    words = {section.heading for section in found if section.text and not section.mistyped}
    if not found[0].text and len(words) == len(found) - 1 and all(map(known.__contains__, words)):
        return ()
    return tuple(Heading(one.heading, path, one.line, not one.text, one.mistyped) for one in found)


def _cuts(lines: Sequence[str], known: Mapping[str, Section]) -> Iterator[_Cut]:
    code = fenced(lines)
    plain = False
    for number in _marked(lines):
        if number in code:
            continue
        line = lines[number]
        following = lines[number + 1] if number + 1 < len(lines) else ""
        cut = _heading(number, line) or _mistyped(number, line, following, known, plain)
        if cut:
            plain = cut.heading in known and known[cut.heading].plain
            yield cut


def _marked(lines: Sequence[str]) -> list[int]:
    """The lines with a mark that headings have: before their words, or below."""
    marks = [line.lstrip()[:1] for line in lines]
    pairs = enumerate(zip(marks, [*marks[1:], ""], strict=True))
    return [number for number, (own, below) in pairs if own and (own in "#*_" or (below and below in "=-"))]


def _heading(number: int, line: str) -> _Cut | None:
    found = _HEADING.fullmatch(line)
    return _Cut(number, found[1].rstrip(_END)) if found else None


def _mistyped(number: int, line: str, following: str, known: Mapping[str, Section], plain: bool) -> _Cut | None:
    """A known heading with wrong marks, `##` without a space, and any heading inside a plain text."""
    hashes = _HASHES.fullmatch(line)
    bold = _BOLD.fullmatch(line)
    below = _UNDERLINE.fullmatch(following)
    names = _names(tuple(known)) if hashes or bold or below else {}
    if not names:
        return None
    if hashes and _is_meant(hashes, names, plain):
        return _Cut(number, names.get(_bare(hashes[4]), hashes[4].rstrip(_END)), line.strip())
    if bold and _bare(bold[2]) in names:
        return _Cut(number, names[_bare(bold[2])], line.strip())
    if below and _bare(line) in names:
        return _Cut(number, names[_bare(line)], f"{line.strip()} {following.strip()}", lines=2)
    return None


@cache
def _names(known: tuple[str, ...]) -> dict[str, str]:
    """The headings that have words, by these in small letters."""
    return {heading.casefold(): heading for heading in known if heading}


def _is_meant(found: re.Match[str], names: Mapping[str, str], plain: bool) -> bool:
    indent, hashes, space, heading = found.groups()
    if not heading.rstrip(_END):
        return False
    if _bare(heading) in names:
        return plain or len(hashes) <= 2
    return len(indent) < 4 and (hashes == "##" or (plain and bool(space)))


def _bare(written: str) -> str:
    """The words of a line without marks, in small letters."""
    return written.rstrip(_END).strip(" \t:*_").casefold()
