"""What others show of edited services: lists, and services to which they fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from plugins.catalog.competence import Competence
from plugins.catalog.directory import Directory
from plugins.catalog.impersonal import seen_from
from plugins.catalog.records import Level
from plugins.pages import privacy
from plugins.pages.incremental.edit import Edit, Lists
from plugins.pages.incremental.known import Known, facts, portal_of, said, synonyms
from plugins.pages.incremental.listed import Listed, Row
from plugins.pages.incremental.past import Past
from plugins.pages.incremental.world import World, together
from search.documents import compared
from search.fitting import Fitting, Related


def is_told_more(edit: Edit) -> bool:
    """True where others may show something else of the edited services."""
    return _other(edit.known.facts, facts(edit.catalog), edit) or _other(edit.known.said, said(edit.catalog), edit)


def retold(past: Past, around: World, edit: Edit, municipality: str) -> Edit | None:
    """With all other pages that show the edited services; None where more than pages may depend on what changed."""
    here = edit.catalog.municipalities.get(municipality) or edit.catalog.first_municipality
    if not here:
        return None
    seen = seen_from(edit.catalog, here)
    found = Competence(seen, seen.municipalities[here.slug])
    portal = portal_of(found, edit.known)
    try:
        told = _Told(edit, found, portal, edit.listed.edited(seen, portal.offers))
    except ValueError:
        return None
    return told.edit(past, around) if told.is_certain else None


@dataclass(frozen=True)
class _Told:
    """What is told of the edited services in a portal; `listed` is with what it is now."""

    edited: Edit
    found: Competence
    portal: Directory
    listed: Listed

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The edited services that the portal has."""
        return self.edited.services & self.edited.known.alike.keys()

    @cached_property
    def rows(self) -> list[tuple[Row, Row]]:
        """What they were and are in lists."""
        return [(self.edited.listed.row(slug), self.listed.row(slug)) for slug in sorted(self.slugs)]

    @cached_property
    def before(self) -> Directory:
        """The portal as lists showed it."""
        return self.edited.listed.directory(self.found, self.portal)

    @cached_property
    def now(self) -> Directory:
        """The portal as lists show it now."""
        return self.listed.directory(self.found, self.portal)

    @property
    def is_certain(self) -> bool:
        """True where the same services are there, with pages of their own, and nothing but pages shows what is new."""
        return (
            self.slugs == self.edited.services & {offer.slug for offer in self.found.written()}
            and (self._are_only_here or not _other(self.edited.known.facts, facts(self.edited.catalog), self.edited))
            and all(before.embedded == now.embedded for before, now in self.rows)
            and all(self._stay(before, now) for before, now in self.rows)
            and self._lead_to_the_same
        )

    @property
    def _are_only_here(self) -> bool:
        """True of services of which no place says anything of its own."""
        return self.edited.catalog.names.isdisjoint(("local", slug) for slug in self.edited.services)

    def _stay(self, before: Row, now: Row) -> bool:
        """True where the topics and offices that a service has got or lost are those of another one in any portal."""
        moved = {*before.places} ^ {*now.places}
        for slug in self.listed if moved else ():
            row = self.listed.row(slug)
            is_alone = slug in self.slugs or row.is_by_rule or ("local", slug) in self.edited.catalog.names
            if not is_alone and (row.level != Level.MUNICIPAL or now.level == Level.MUNICIPAL):
                moved -= {*row.places}
        return not moved

    @property
    def _lead_to_the_same(self) -> bool:
        """True where the data-protection text names the same servers."""
        if all((before.servers, before.forms) == (now.servers, now.forms) for before, now in self.rows):
            return True
        return _servers(self.edited.listed, self.before) == _servers(self.listed, self.now)

    def edit(self, past: Past, around: World) -> Edit:
        """With all that others show now."""
        known, fitting = self._known(past)
        before, now = self.edited.known.related(), known.related()
        told = {slug for slug, (was, row) in zip(sorted(self.slugs), self.rows, strict=True) if was.lines != row.lines}
        shown = {slug for slug, fits in now.items() if fits != before[slug] or not told.isdisjoint(fits)}
        beside, _ = around.services(shown - self.edited.services)
        by_word = any(was.named != row.named for was, row in self.rows)
        return replace(
            self.edited,
            catalog=together(self.edited.catalog, beside),
            known=known,
            listed=self.listed,
            shown=self.edited.services | shown,
            lists=Lists(self.before, self.now, by_word) if any(was != row for was, row in self.rows) else None,
            fitting=fitting,
        )

    def _known(self, past: Past) -> tuple[Known, Fitting | None]:
        """What is known with the edit, and what fits to each other where that was asked anew."""
        known, catalog, paths = self.edited.known, self.edited.catalog, self.edited.paths
        alike, fitting = self._alike(past)
        chosen = {slug: one for slug, one in known.chosen.items() if slug not in self.slugs}
        found = replace(
            known,
            facts={**known.facts, **{path: one for path, one in facts(catalog).items() if path in paths}},
            said={**known.said, **{path: one for path, one in said(catalog).items() if path in paths}},
            synonyms={**known.synonyms, **{path: one for path, one in synonyms(catalog).items() if path in paths}},
            names={**known.names, **{service.slug: service.title for service in catalog.services}},
            alike=alike,
            chosen={**chosen, **{one.slug: one.service.related for one in self.portal.offers if one.service.related}},
        )
        return found, fitting

    def _alike(self, past: Past) -> tuple[Related, Fitting | None]:
        before = compared(self.before.of(self.slugs))
        new = [now for now, was in zip(compared(self.now.of(self.slugs)), before, strict=True) if now != was]
        if not new:
            return self.edited.known.alike, None
        fitting, alike = past.fitting().edited(new, self.edited.known.alike)
        return alike, fitting


def _other(before: Mapping[str, str], now: Mapping[str, str], edit: Edit) -> bool:
    return any(now[path] != before[path] for path in edit.paths)


def _servers(listed: Listed, portal: Directory) -> set[str]:
    """The servers that ways, laws and forms lead to."""
    of_services = {server for slug in listed for server in listed.row(slug).servers}
    return of_services | privacy.servers(privacy.of_forms(portal))
