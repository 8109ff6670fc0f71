"""What is wrong with what somebody asks of a build by its settings."""

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.catalog import addresses
from plugins.catalog.catalog import Catalog
from plugins.catalog.places import Place, Problem
from plugins.editing.forge import Forge
from plugins.metadata import indexnow


def problems(settings: Mapping[str, Any], catalog: Catalog) -> Iterator[Problem]:
    """All of it, in German."""
    yield from _municipality(settings, catalog)
    yield from _address(settings)
    yield from _forge(settings)
    yield from _key(settings)


def _municipality(settings: Mapping[str, Any], catalog: Catalog) -> list[Problem]:
    """A wish nobody can fulfil; a municipality whose own file has mistakes is reported there, not here."""
    wanted = settings["MUNICIPALITY"]
    known = sorted(slug for kind, slug in catalog.names if kind == "municipality")
    if not known:
        return [_about_municipality("Es gibt keinen Ort", "Legen Sie municipalities/<ort>/municipality.yaml an.")]
    if wanted and wanted not in known:
        return [_about_municipality(f"Den Ort „{wanted}“ gibt es nicht", f"Möglich sind: {', '.join(known)}.")]
    return []


def _address(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """`SITEURL` is empty for local work, else a full https address without query."""
    address = settings["SITEURL"]
    try:
        if address and set(addresses.parse(address).text) & set("?#"):
            raise addresses.AddressError(f"„{address}“ enthält ein Fragezeichen oder eine Raute")
    except addresses.AddressError as error:
        yield Problem(
            Place(), f"SITEURL: {error}", "Beispiel: SITEURL=https://service.meine-stadt.example", rule="siteurl"
        )


def _forge(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """`FORGE` is empty for work on one's own computer, else the address of a repository."""
    try:
        _ = Forge(settings["FORGE"]).host
    except addresses.AddressError as error:
        hint = "Beispiel: FORGE=https://gitlab.opencode.de/meine-stadt/serviceportal"
        yield Problem(Place(), f"FORGE: {error}", hint, rule="forge")


def _key(settings: Mapping[str, Any]) -> Iterator[Problem]:
    """`INDEXNOW_KEY` is empty, or a key as search engines accept it."""
    try:
        _ = settings["INDEXNOW_KEY"] and indexnow.checked(settings["INDEXNOW_KEY"])
    except indexnow.KeyRefusedError as error:
        hint = "Beispiel: INDEXNOW_KEY=$(openssl rand -hex 16)"
        yield Problem(Place(), f"INDEXNOW_KEY: {error}", hint, rule="indexnow")


def _about_municipality(message: str, hint: str) -> Problem:
    return Problem(Place("municipalities"), message, hint, rule="municipality")
