"""What one municipality does differently: fields of a service, each replaced as a whole."""

import typing
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic import create_model

from plugins.catalog.places import Origin, Place
from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Fingerprint, labelled
from plugins.catalog.records.service import Service


class Local(Record):
    """The part of a `LocalService` that is not a service's own."""

    computed = frozenset({"slug", "municipality"})
    replaces = Service

    slug: str = labelled("Adresse", "Dateiname ohne .md, wie bei der gemeinsamen Leistung")
    municipality: str = labelled("Ort", "Ordner, in dem die Datei liegt")
    offered: bool = labelled("Angeboten", "false: Diese Leistung gibt es hier nicht", default=True)
    based_on: Fingerprint | None = labelled(
        "Beruht auf", "Prüfwert der gemeinsamen Angaben, die hier ersetzt sind; die Prüfung nennt ihn", default=None
    )

    @property
    def replaced(self) -> tuple[str, ...]:
        """The fields of the service that are written here, in the order of their declaration."""
        return tuple(name for name in Service.model_fields if name in self.model_fields_set and name != "slug")

    def is_read(self, *fields: str) -> bool:
        """False also for what is not written here: the shared service has it, and rules look there."""
        return super().is_read(*fields) and self.model_fields_set.issuperset(fields)


def _optional(model: type[Record]) -> dict[str, Any]:
    """The fields of a model, none of them necessary; what is not written is empty and means nothing."""
    fields = {name: copy(field) for name, field in model.model_fields.items() if name not in Local.model_fields}
    for field in fields.values():
        if field.is_required():
            field.default = () if typing.get_origin(field.annotation) is tuple else ""
    return {name: (field.annotation, field) for name, field in fields.items()}


LocalService: type[Local] = create_model("LocalService", __base__=Local, **_optional(Service))
"""Any fields of a service as one municipality has them; the others are those of its Kreis, or the shared ones."""


def overlaid(service: Service, local: Local) -> Service:
    """The service with the fields of a local file in place of its own; every field knows which file it comes from."""
    merged = service.model_copy(update={name: getattr(local, name) for name in local.replaced})
    merged.located(_Overlaid(service.origin, local, frozenset(local.replaced)))
    return merged


@dataclass(frozen=True, slots=True)
class _Overlaid(Origin):
    """The origin of a service of which some fields stand in a local file."""

    shared: Origin
    local: Local
    replaced: frozenset[str]

    @property
    def path(self) -> str:
        """The file of the shared service."""
        return self.shared.path

    @property
    def files(self) -> frozenset[str]:
        """Both files, or the shared one when nothing is replaced."""
        return self.shared.files | self.local.origin.files if self.replaced else self.shared.files

    def file(self, field: str) -> str:
        """The file that has the say about a field."""
        return self.local.origin.path if field in self.replaced else self.shared.file(field)

    def places(self) -> Mapping[str, Place]:
        """Where each written field stands."""
        return {**self.shared.places(), **{name: self.local.place(name) for name in self.replaced}}


def fingerprint(service: Service, fields: Iterable[str]) -> str:
    """Eight hexadecimal digits that change when one of these fields does."""
    written = service.model_dump_json(include=set(fields))
    return sha256(written.encode()).hexdigest()[:8]
