"""Who speaks for a file of the content: the accounts of its office, else of its town, else of the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from plugins.catalog.catalog import Catalog
from plugins.catalog.kinds import kind_of
from plugins.catalog.nearest import Nearest
from plugins.catalog.places import Place, Problem
from plugins.catalog.records import Service
from plugins.review.request import Request


@dataclass(frozen=True, order=True, slots=True)
class Owner:
    """Whom a file belongs to, in words, and the accounts that speak for them."""

    name: str
    accounts: tuple[str, ...]

    def includes(self, account: str) -> bool:
        """True for one of the accounts; forges tell no difference between capital and small letters."""
        return account.casefold() in {one.casefold() for one in self.accounts}


def everything(catalog: Catalog) -> Owner:
    """Who keeps what belongs to no town and no office: the editors of the Kreis, or of a town that is its own."""
    editors = {account for one in catalog.municipalities.values() if not one.part_of for account in one.editors}
    return Owner("gemeinsame Inhalte", tuple(sorted(editors)))


def owner_of(catalog: Catalog, path: str, role: str = "") -> Owner:
    """Who must agree when this file changes, by its `role` where it has one; no accounts where nobody is entered."""
    return next((owner for owner in _candidates(catalog, path, role) if owner.accounts), everything(catalog))


def _candidates(catalog: Catalog, path: str, role: str) -> Iterator[Owner]:
    """From the nearest to the farthest."""
    kind, slug, town = _named(path)
    if kind == "office":
        role = slug
    if role:
        yield _of_role(catalog, role, town)
    yield from _of_town(catalog, slug if kind == "municipality" else town)


def _named(path: str) -> tuple[str, str, str]:
    """Kind, name and town of a file; empty for what is no content, and for what belongs to no town."""
    kind, named = kind_of(path) or (None, {})
    return kind.name if kind else "", named.get("slug", ""), named.get("municipality", "")


def role_of(catalog: Catalog, path: str) -> str:
    """The office that keeps the text of a service, here or everywhere; empty for what is no service."""
    kind, slug, town = _named(path)
    if kind not in {"service", "translation", "local"}:
        return ""
    shared = [one for one in catalog.services if one.slug == slug]
    local = [cast(Service, catalog.local[town, slug])] if (town, slug) in catalog.local else []
    return next((one.owner for one in (*local, *shared) if one.is_read("owner")), "")


def _of_role(catalog: Catalog, role: str, town: str) -> Owner:
    """The office of a town that plays a role; for a shared text, the offices of this role in all towns together."""
    if town in catalog.municipalities:
        office = Nearest(catalog, catalog.municipalities[town]).office(role)
        offices = [office] if office else []
    else:
        offices = [office for office in catalog.offices.values() if office.slug == role]
    accounts = {account for office in offices for account in office.editors}
    return Owner(offices[0].name if offices else role, tuple(sorted(accounts)))


def _of_town(catalog: Catalog, town: str) -> Iterator[Owner]:
    """The town itself, then its Kreis."""
    if town in catalog.municipalities:
        for one in Nearest(catalog, catalog.municipalities[town]).municipalities:
            yield Owner(one.name, one.editors)


def consents(request: Request) -> dict[Owner, tuple[str, ...]]:
    """The owners of all changed files, each with these files. Who they are says the state before, not the request.

    A service that changes hands needs both: who gives it away, and who gets it.
    """
    found: dict[Owner, list[str]] = {}
    for path in request.content:
        for owner in dict.fromkeys(_owners(request, path)):
            if owner.accounts:
                found.setdefault(owner, []).append(path)
    return {owner: tuple(paths) for owner, paths in sorted(found.items())}


def _owners(request: Request, path: str) -> Iterator[Owner]:
    """The owner by the role before and by the role after, which are one nearly always."""
    roles = {role_of(state.catalog, path) for state in (request.before, request.after)}
    for role in sorted(filter(None, roles)) or [""]:
        yield owner_of(request.before.catalog, path, role)


def missing_consents(request: Request) -> Iterator[Problem]:
    """An error for each owner who has neither made nor approved the request; none at the desk, where nobody asks."""
    for owner, paths in consents(request).items() if request.author is not None else ():
        if not any(map(owner.includes, request.agreed)):
            yield Problem(
                Place(paths[0]),
                f"Die Zustimmung fehlt: {owner.name}",
                f"Bitten Sie um Freigabe durch: {', '.join(owner.accounts)}.",
                rule="consent",
            )
