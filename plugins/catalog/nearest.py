"""What every place may have of its own: the nearest counts, here, then in the Kreis, then among the shared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plugins.catalog.catalog import Catalog
from plugins.catalog.records import Form, Local, Medium, Municipality, Office, Service


@dataclass(frozen=True)
class Nearest:
    """Looks up what a name means in one municipality."""

    catalog: Catalog
    municipality: Municipality

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Where to look, nearest first; the shared have no place."""
        return tuple(dict.fromkeys((self.municipality.slug, self.municipality.part_of or "", "")))

    @cached_property
    def municipalities(self) -> tuple[Municipality, ...]:
        """The municipality and its Kreis, as far as they exist."""
        every = {**self.catalog.municipalities, self.municipality.slug: self.municipality}
        return tuple(every[place] for place in self.places if place in every)

    def office(self, slug: str) -> Office | None:
        """Who plays a role here: an office of this place, of its Kreis, or of Land and Bund."""
        return next((found for place in self.places if (found := self.catalog.offices.get((place, slug)))), None)

    def form(self, slug: str) -> Form | None:
        """The form of this place, else that of its Kreis, else the shared one."""
        return next((found for place in self.places if (found := self.catalog.forms.get((place, slug)))), None)

    @cached_property
    def media(self) -> Mapping[str, Medium]:
        """The pictures and PDFs that texts may name here, by `/media/rathaus.jpg`; those of other towns are none."""
        return media_of(self.catalog, self.places)

    @cached_property
    def published_media(self) -> Mapping[str, Medium]:
        """Those of them that some text names."""
        return {written: medium for written, medium in self.media.items() if written in self.catalog.named_media}

    def local(self, slug: str) -> tuple[Local, ...]:
        """What is written of a service here and in the Kreis, nearest first."""
        if slug not in self.catalog.written_locally:
            return ()
        return tuple(found for place in self.places if (found := self.catalog.local.get((place, slug))))

    def offers(self, slug: str) -> bool:
        """False when the nearest file about a service says that it is not offered."""
        return all(local.offered for local in self.local(slug)[:1])

    def value(self, service: Service, field: str) -> Any:
        """What a shared service says in one field here."""
        saying = (local for local in self.local(service.slug) if field in local.replaced)
        return getattr(next(saying, service), field)


def media_of(catalog: Catalog, places: Sequence[str]) -> Mapping[str, Medium]:
    """The media of these places by how texts name them; of two with one name, that of the first place."""
    found = {
        medium.written: medium
        for place in reversed(places)
        for (owner, _), medium in catalog.media.items()
        if owner == place
    }
    return dict(sorted(found.items()))
