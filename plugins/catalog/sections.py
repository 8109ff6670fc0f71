"""The body of a content file, cut at its headings; also at lines that were meant as headings but are none."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.catalog.fences import fenced
from plugins.catalog.places import Place
from plugins.catalog.records.fields import Section

_HEADING = re.compile(r"##[ \t]+(.*)")
_HASHES = re.compile(r"([ \t]*)(#{1,6})([ \t]*)(.*)")
_END = " \t#"
_BOLD = re.compile(r"\s*(\*\*|__)(.+?)\1:?\s*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*")


@dataclass(frozen=True, slots=True)
class Heading:
    """A `##` heading and whether text stands under it; text before the first heading has an empty one.

    `mistyped` is the line as it was written when it was only meant as a heading: `**Fristen**`, `##Fristen`.
    """

    words: str
    place: Place
    is_empty: bool = False
    mistyped: str = ""


@dataclass(frozen=True, slots=True)
class SourceSection:
    """A heading and the text under it."""

    head: Heading
    text: str
    text_line: int

    @property
    def heading(self) -> str:
        """What the heading says."""
        return self.head.words


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line that begins a section: its number, what it says, how many lines it takes."""

    number: int
    heading: str
    mistyped: str = ""
    lines: int = 1


def sections(lines: Sequence[str], name: str, first_line: int, known: Mapping[str, Section]) -> Iterator[SourceSection]:
    """The sections of a body whose fields stand under the `known` headings."""
    cuts = [_Cut(0, "", lines=0), *_cuts(lines, known)]
    ends = [cut.number for cut in cuts[1:]] + [len(lines)]
    for cut, end in zip(cuts, ends, strict=True):
        start = cut.number + cut.lines
        text = lines[start:end]
        blank = next((number for number, line in enumerate(text) if line.strip()), 0)
        written = "\n".join(text).strip()
        head = Heading(cut.heading, Place(name, first_line + cut.number), not written, cut.mistyped)
        yield SourceSection(head, written, first_line + start + blank)


def _cuts(lines: Sequence[str], known: Mapping[str, Section]) -> Iterator[_Cut]:
    names = {heading.casefold(): heading for heading in known if heading}
    code = fenced(lines)
    plain = False
    for number, line in enumerate(lines):
        if number in code or not line.strip():
            continue
        following = lines[number + 1] if number + 1 < len(lines) else ""
        cut = _heading(number, line) or (_mistyped(number, line, following, names, plain) if names else None)
        if cut:
            plain = cut.heading in known and known[cut.heading].plain
            yield cut


def _heading(number: int, line: str) -> _Cut | None:
    found = _HEADING.fullmatch(line)
    return _Cut(number, found[1].rstrip(_END)) if found else None


def _mistyped(number: int, line: str, following: str, names: Mapping[str, str], plain: bool) -> _Cut | None:
    """A known heading with wrong marks, `##` without a space, and any heading inside a plain text."""
    hashes = _HASHES.fullmatch(line) if "#" in line else None
    if hashes and _is_meant(hashes, names, plain):
        return _Cut(number, names.get(_bare(hashes[4]), hashes[4].rstrip(_END)), line.strip())
    bold = _BOLD.fullmatch(line) if "**" in line or "__" in line else None
    if bold and _bare(bold[2]) in names:
        return _Cut(number, names[_bare(bold[2])], line.strip())
    if _bare(line) in names and _UNDERLINE.fullmatch(following):
        return _Cut(number, names[_bare(line)], f"{line.strip()} {following.strip()}", lines=2)
    return None


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
