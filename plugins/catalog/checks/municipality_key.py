"""Name und Regionalschlüssel eines Ortes stehen so im Gemeindeverzeichnis."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from plugins.catalog import addresses, official
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import did_you_mean
from plugins.catalog.places import Problem
from plugins.catalog.records import Level, Municipality


def check(catalog: Catalog) -> Iterator[Problem]:
    """Keys and names in NRW that do not belong together, keys of another Kreis, and invented towns on real hosts."""
    for municipality in catalog.current.values():
        if municipality.is_read("ars") and municipality.ars.startswith(official.NRW):
            yield from _against_the_list(municipality)
        kreis = catalog.municipalities.get(municipality.part_of or "")
        if kreis and municipality.is_read("ars") and kreis.is_read("ars"):
            yield from _against_its_kreis(municipality, kreis)


def _against_the_list(municipality: Municipality) -> Iterator[Problem]:
    is_kreis = municipality.own_level is Level.DISTRICT
    names = official.districts() if is_kreis else official.towns()
    field = "name" if is_kreis else "short_name"
    name, listed = getattr(municipality, field), names.get(municipality.ars)
    if name == listed or not municipality.is_read(field):
        return
    if key := next((ars for ars, other in names.items() if other == name), ""):
        message = f"{name} hat einen anderen Regionalschlüssel als {municipality.ars}"
        yield problem(municipality, message, hint=f"ars: {key}", field="ars")
    elif listed:
        message = f"Der Regionalschlüssel {municipality.ars} gehört nicht zu „{name}“"
        yield problem(municipality, message, hint=f"Meinten Sie „{listed}“?", field=field)
    elif host := _real_host(municipality):
        yield _unlisted(municipality, name, host, names)


def _unlisted(municipality: Municipality, name: str, host: str, names: Mapping[str, str]) -> Problem:
    hint = did_you_mean(name, names.values()) or f"Ein erfundener Ort hat nur Server auf .example, nicht {host}."
    return problem(
        municipality,
        f"„{name}“ mit dem Regionalschlüssel {municipality.ars} steht nicht im Gemeindeverzeichnis",
        hint=hint,
        field="ars",
    )


def _real_host(municipality: Municipality) -> str:
    """A host outside `.example`, where only invented towns live; empty when there is none."""
    written = (urlsplit(address).netloc for address in (municipality.portal_url, municipality.website))
    hosts = (host for host in (*written, *municipality.hosts) if addresses.is_host(host))
    return next((host for host in hosts if not host.endswith(".example")), "")


def _against_its_kreis(municipality: Municipality, kreis: Municipality) -> Iterator[Problem]:
    if municipality.ars[:5] != kreis.ars[:5]:
        yield problem(
            municipality,
            f"Der Regionalschlüssel {municipality.ars} gehört zu einem anderen Kreis als {kreis.name}",
            hint=f"In {kreis.name} beginnt er mit {kreis.ars[:5]}.",
            field="ars",
        )
