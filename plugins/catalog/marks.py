"""What only one place is called, dialled or written to: where it stands in another place's portal, somebody errs."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Municipality
from plugins.catalog.suspects import suspects

_CALLABLE = re.compile(rb"[+0](?<![\w+][+0])[1-9]?(?:[ ()/.\xe2\x80\x91\x93-]{0,3}\d){6,14}(?!\d)")
_SPACES = (b"&nbsp;", b"\\u00a0", "\u00a0".encode())


@dataclass(frozen=True)
class Marks:
    """The marks of all places that a municipality has nothing to do with, each with whose it is."""

    written: Mapping[str, str]
    phones: Mapping[str, str]

    def found(self, names: Iterable[str], read: Callable[[str], bytes]) -> Iterator[tuple[str, str, str]]:
        """Every file with a mark: its name, the mark, whose it is."""
        return ((name, *found) for name, found in suspects(names, read, self.named_in))

    def named_in(self, data: bytes) -> tuple[str, str] | None:
        """A mark that stands in a text, in HTML or in JSON, and whose it is; the longest is told."""
        for space in _SPACES:
            data = data.replace(space, b" ")
        for mark in sorted(self._likely(data), key=lambda one: (-len(one), one)):
            if any(re.search(_alone(spelling), data) for spelling in _spelled(mark)):
                return mark, self.written[mark]
        return next(self._called(data), None)

    def _likely(self, data: bytes) -> Iterator[str]:
        return (mark for core, marks in self._by_core.items() if core in data for mark in marks)

    @cached_property
    def _by_core(self) -> Mapping[bytes, list[str]]:
        """The marks by what they all share, so that few words are looked for: a domain, the last word of a name."""
        found: dict[bytes, list[str]] = {}
        for mark in self.written:
            for spelling in _spelled(_core(mark)):
                found.setdefault(spelling, []).append(mark)
        return found

    def _called(self, data: bytes) -> Iterator[tuple[str, str]]:
        for found in _CALLABLE.finditer(data) if self.phones else ():
            written = found[0].decode("utf-8", "replace")
            if owner := self.phones.get(_number(written)):
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
    """Full numbers as they are called from anywhere; 115 is everybody's."""
    numbers = (_number(text) for text in _contacts(catalog, municipality, "phone"))
    return (number for number in numbers if number.startswith("+"))


def _contacts(catalog: Catalog, municipality: Municipality, field: str) -> Iterator[str]:
    offices = (office for office in catalog.offices.values() if office.municipality == municipality.slug)
    return (text for one in (municipality, *offices) if (text := getattr(one, field)))


def _number(written: str) -> str:
    """„0221 4710-200“, „+49 (0)221 / 4710200“, „0049 221 4710 200“: all the same."""
    digits = re.sub(r"[^\d+]", "", written.replace("(0)", ""))
    return addresses.international(f"+{digits[2:]}" if digits.startswith("00") else digits)


def _core(mark: str) -> str:
    domain = ".".join(mark.rpartition("@")[2].split(".")[-2:])
    return domain if " " not in mark else mark.rpartition(" ")[2]


def _spelled(mark: str) -> set[bytes]:
    return {spelling.encode() for spelling in (mark, str(escape(mark)), json.dumps(mark)[1:-1])}


def _alone(spelling: bytes) -> bytes:
    """„Kreis Rur“ is not named by „Kreis Rurland“, nor `rur.example` by `an-rur.example`."""
    return rb"(?<![\w-])" + re.escape(spelling) + rb"(?![\w\x80-\xff-])"
