"""The page „Offene Daten“: what a portal offers to other programs, in which form, under which terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import urls
from plugins.catalog.published import Published
from plugins.catalog.records import Language
from plugins.exports import formats, licences
from plugins.exports.export import Distribution, Export
from plugins.exports.registry import EXPORTS
from plugins.interface.speech import Speech, speech
from plugins.pages.view import View, alternates


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file as the page names it: „Organisationen (JSON)“, „Turtle“."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set as the page lists it, with the file to begin at and the others."""

    first: FileLink
    description: str
    others: tuple[FileLink, ...]


def views(published: Published) -> Iterator[View]:
    """The page in every language of the interface."""
    return (_view(published, speech(language)) for language in Language)


def _view(published: Published, spoken: Speech) -> View:
    here = published.directory.municipality
    about = spoken.gettext("Die Leistungen für %(town)s als Daten, für andere Programme.", town=here.short_name)
    return View(
        urls.in_language(urls.DATA, spoken.language),
        "data",
        spoken.gettext("Offene Daten"),
        about,
        ((spoken.gettext("Startseite"), urls.HOME),),
        languages=alternates(urls.DATA, Language),
        values={"data_sets": _data_sets(spoken), "terms": licences.terms(here)},
        language=spoken.language,
    )


def _data_sets(spoken: Speech) -> tuple[DataSet, ...]:
    return tuple(_data_set(export, spoken) for export in EXPORTS.values())


def _data_set(export: Export, spoken: Speech) -> DataSet:
    first = Distribution(export.path, export.media_type, export.title)
    others = tuple(_link(one, spoken) for one in export.others)
    return DataSet(_link(first, spoken), spoken.gettext(export.description), others)


def _link(one: Distribution, spoken: Speech) -> FileLink:
    form, title = formats.NAMES.get(one.media_type, one.media_type), spoken.gettext(one.title) if one.title else ""
    return FileLink(f"{title} ({form})" if title else form, f"/{one.path}")
