"""Das Portal ist nicht geschrumpft."""

from collections import Counter
from collections.abc import Iterable, Iterator

from plugins.publishing.counting import counted, first, number
from plugins.publishing.gates import Sight

_SHARE = 0.02
_FEW = 2
"""So many pages of one kind may go without a question: of thirty topics one is more than two per cent."""


def seen(sight: Sight) -> str:
    """How many pages there are now, and how many there were."""
    now = counted(len(sight.new.whole_pages), "Seite", "Seiten")
    return f"{now}, vorher {number(len(sight.old.whole_pages))}" if sight.old else f"{now}, vorher nichts"


def check(sight: Sight) -> Iterator[str]:
    """More than two per cent fewer pages than online, of all or of a kind; forwardings and tombstones do not count."""
    if sight.old is None or sight.is_former:
        return
    before, after = sight.old.whole_pages, sight.new.whole_pages
    gone = sorted(before - after)
    if len(before) - len(after) > len(before) * _SHARE:
        yield _told("Seiten", len(before), len(after), gone)
    kinds_before, kinds_after = _kinds(before), _kinds(after)
    for kind, count in sorted(kinds_before.items()):
        lost = count - kinds_after[kind]
        if lost > max(count * _SHARE, _FEW) or lost == count > _FEW:
            yield _told(f"Seiten unter {kind}", count, kinds_after[kind], [one for one in gone if _kind(one) == kind])


def _told(what: str, before: int, after: int, gone: list[str]) -> str:
    share = f"{(before - after) / before:.0%}".replace("%", " %")
    return f"{what}: vorher {number(before)}, jetzt {number(after)} ({share} weniger). Es fehlen: {first(gone)}."


def _kinds(addresses: Iterable[str]) -> Counter[str]:
    return Counter(map(_kind, addresses))


def _kind(address: str) -> str:
    """`/leistungen/hund-anmelden/en/` → `/leistungen/`."""
    return "/".join(address.split("/")[:2]) + "/"
