"""What only one place is called, dialled or written to: where it stands in another place's portal, somebody errs."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.deciphering import plain
from plugins.catalog.glancing import Glance
from plugins.catalog.records import Municipality
from plugins.catalog.suspects import suspects

_RUN = re.compile(r"\d(?:[ ()/.-]{0,3}\d){6,60}")
_GROUP = re.compile(r"(?<!\w)\+?\d+")
_NO_DIGIT = re.compile(r"\D")
_ABROAD = re.compile(r"^(?:00)?49(?=[1-9]|0[1-9])")
_MOST_GROUPS = 8
_ENDS = re.compile(r"[^ ]?(?: |$)")
"""What follows a number that is followed by another one."""


@dataclass(frozen=True)
class Marks:
    """The marks of all places that a municipality has nothing to do with, each with whose it is."""

    written: Mapping[str, str]
    phones: Mapping[str, str]

    def found(self, names: Iterable[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, str, str]]:
        """Every file with a mark: its name, the mark, whose it is."""
        glance = self.glance()
        likely = (name for name in names if glance.may_name(read(name)))
        return ((name, *found) for name, found in suspects(likely, read, self.named_in))

    def glance(self) -> Glance:
        """A first look for all that any notation of a mark has in common."""
        return Glance(map(_named, map(plain, self.written)), (phone[3:] for phone in self.phones))

    def named_in(self, data: bytes) -> tuple[str, str] | None:
        """A mark that stands in a text, in HTML or in JSON, and whose it is; the longest is told."""
        text = plain(data.decode("utf-8", "replace"))
        for mark in sorted(self._likely(text), key=lambda one: (-len(one), one)):
            if re.search(_alone(plain(mark)), text):
                return mark, self.written[mark]
        return next(self._called(text), None)

    def _likely(self, text: str) -> Iterator[str]:
        return (mark for core, marks in self._by_core.items() if core in text for mark in marks)

    @cached_property
    def _by_core(self) -> Mapping[str, list[str]]:
        """The marks by what they all share, so that few words are looked for: a domain, the last word of a name."""
        found: dict[str, list[str]] = {}
        for mark in self.written:
            found.setdefault(_core(plain(mark)), []).append(mark)
        return found

    @cached_property
    def _areas(self) -> re.Pattern[str]:
        """How the digits of the numbers go on after what leads there from abroad."""
        return re.compile("|".join(sorted({phone[3:9] for phone in self.phones})))

    def _called(self, text: str) -> Iterator[tuple[str, str]]:
        for run in _RUN.finditer(text) if self.phones else ():
            if self._areas.search(_NO_DIGIT.sub("", run[0])):
                yield from self._numbers_in(text[max(0, run.start() - 1) : run.end()])

    def _numbers_in(self, run: str) -> Iterator[tuple[str, str]]:
        """From every group of digits on to every place where a number may end: another one may follow it."""
        groups = list(_GROUP.finditer(run))
        for number, first in enumerate(groups):
            for last in reversed(groups[number : number + _MOST_GROUPS]):
                written = run[first.start() : last.end()]
                if _ENDS.match(run, last.end()) and (owner := self.phones.get(_number(written))):
                    yield written, owner


def foreign(catalog: Catalog, municipality: Municipality) -> Marks:
    """What must not stand in the portal of a municipality; what it shares with its own Kreis or towns is no mark."""
    near = [one for one in catalog.municipalities.values() if municipality.belongs_with(one)]
    strange = [one for one in catalog.municipalities.values() if one not in near]
    own = {mark for one in near for mark in (*_written(catalog, one), *_phones(catalog, one))}
    own |= {host for portal in catalog.portals.values() for host in portal.servers}
    return Marks(
        {mark: one.name for one in strange for mark in _written(catalog, one) if mark not in own},
        {mark: one.name for one in strange for mark in _phones(catalog, one) if mark not in own},
    )


def _written(catalog: Catalog, municipality: Municipality) -> Iterator[str]:
    yield municipality.name
    yield from _contacts(catalog, municipality, "email")
    yield from municipality.hosts
    yield from (addresses.parse(url).host for url in (municipality.portal_url, municipality.website))


def _phones(catalog: Catalog, municipality: Municipality) -> Iterator[str]:
    """Full numbers as they are called from anywhere, with and without the 0 of the exchange; 115 is everybody's."""
    for text in _contacts(catalog, municipality, "phone"):
        number = _number(text)
        if number.startswith("+"):
            yield number
            if text.endswith("-0"):
                yield number.removesuffix("0")
            elif "-" not in text:
                yield f"{number}0"


def _contacts(catalog: Catalog, municipality: Municipality, field: str) -> Iterator[str]:
    offices = (office for office in catalog.offices.values() if office.municipality == municipality.slug)
    return (text for one in (municipality, *offices) if (text := getattr(one, field)))


def _number(written: str) -> str:
    """„0221 4710-200“, „+49 (0)221 / 4710200“, „0049 221 4710 200“, „+49 0221 4710200“: all the same."""
    digits = _NO_DIGIT.sub("", written)
    national = _ABROAD.sub("", digits)
    if national != digits or digits.startswith("0"):
        return f"+49{national.removeprefix('0')}"
    return f"+{digits}" if written.startswith("+") else digits


def _core(mark: str) -> str:
    return _named(mark).rpartition(" ")[2]


def _named(mark: str) -> str:
    """A name, or the domain of a server or a mail address."""
    return mark if " " in mark else ".".join(mark.rpartition("@")[2].split(".")[-2:])


def _alone(mark: str) -> str:
    """„Kreis Rur“ is not named by „Kreis Rurland“, nor `rur.example` by `an-rur.example`."""
    return rf"(?<![\w-]){re.escape(mark)}(?![\w-])"
