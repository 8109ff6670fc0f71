"""The ledger as files: one per host in `links/` of the content folder, one short entry per address, sorted."""

import datetime
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from plugins.catalog.records import CheckedLink, LinkState
from plugins.catalog.records.ledger import MOST_STRIKES
from plugins.links.finding import Finding
from plugins.links.registry import host_of

FOLDER = "links"
_HEAD = "# Geschrieben von `make links`; bitte nicht von Hand ändern.\n"


def due(wanted: Iterable[str], known: Mapping[str, CheckedLink], limit: int | None) -> list[str]:
    """The addresses to check now: those never checked first, then those checked longest ago."""

    def age(address: str) -> tuple[datetime.date, str]:
        return (known[address].checked_on if address in known else datetime.date.min), address

    return sorted(wanted, key=age)[:limit]


def entered(address: str, finding: Finding, before: CheckedLink | None, today: datetime.date) -> CheckedLink:
    """The new entry of an address. It counts as broken on its third day of failing, as working again at once."""
    if finding.state is LinkState.PENDING and before:
        return before
    strikes = _strikes(finding, before, today)
    state = finding.state
    if state is LinkState.BROKEN and strikes < MOST_STRIKES:
        state = before.state if before else LinkState.PENDING
    return CheckedLink(
        address=address,
        state=state,
        since=before.since if before and before.state is state else today,
        checked_on=today,
        strikes=strikes,
        moves_to=finding.moves_to,
        note=finding.note or None,
    )


def _strikes(finding: Finding, before: CheckedLink | None, today: datetime.date) -> int:
    """The days of failing in a row; a second failure on the same day is none more."""
    if finding.state is not LinkState.BROKEN:
        return 0
    strikes = before.strikes if before else 0
    is_counted = before is not None and before.checked_on == today and strikes > 0
    return strikes if is_counted else min(strikes + 1, MOST_STRIKES)


def write(folder: Path, links: Iterable[CheckedLink]) -> None:
    """Write the files of a content folder; a host without addresses loses its file."""
    files = {f"{host}.yaml": as_yaml(mine) for host, mine in _by_host(links)}
    into = folder / FOLDER
    for file in into.glob("*.yaml"):
        if file.name not in files:
            file.unlink()
    if files:
        into.mkdir(exist_ok=True)
    for name, text in files.items():
        (into / name).write_text(text, encoding="utf-8", newline="\n")


def _by_host(links: Iterable[CheckedLink]) -> list[tuple[str, list[CheckedLink]]]:
    ordered = sorted(links, key=lambda link: (host_of(link.address), link.address))
    return [(host, list(group)) for host, group in groupby(ordered, key=lambda link: host_of(link.address))]


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write every value out, also the second time: content files know no aliases."""
        return True


def as_yaml(links: Iterable[CheckedLink]) -> str:
    """The file of one host; what says nothing is left out."""
    entries = [_entry(link) for link in links]
    return _HEAD + yaml.dump({"links": entries}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _entry(link: CheckedLink) -> dict[str, Any]:
    values = {**link.model_dump(exclude_defaults=True), "state": str(link.state)}
    return {name: values[name] for name in type(link).model_fields if name in values}
