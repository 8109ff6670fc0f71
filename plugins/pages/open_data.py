"""The page „Offene Daten“: what a portal offers to other programs, in which form, under which terms."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import urls
from plugins.catalog.published import Published
from plugins.catalog.records import Language
from plugins.exports import formats, licences
from plugins.exports.registry import EXPORTS
from plugins.interface.speech import Speech, speech
from plugins.pages.views import View, alternates


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set as the page lists it."""

    title: str
    description: str
    address: str
    form: str


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
    return tuple(
        DataSet(
            spoken.gettext(export.title),
            spoken.gettext(export.description),
            f"/{export.path}",
            formats.NAMES.get(export.media_type, export.media_type),
        )
        for export in EXPORTS.values()
    )
