"""One page as it is before it is rendered: where it stands, what its head says, what its template shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plugins.catalog import urls
from plugins.catalog.records import Language
from plugins.interface.speech import Speech
from plugins.metadata.indexing import OF_THIS_PORTAL, Indexing


class Part(NamedTuple):
    """A page of a list that has one for each letter, and how many services it leads to."""

    name: str
    url: str
    services: int


@dataclass(frozen=True, slots=True)
class View:
    """One page: its address, its template, what the head of the page needs, and the values for the template.

    `languages` are the addresses of the same page in every language it has, by their tags;
    `title_language` is the one of the title where it is not that of the page. For machines: `indexing` is whether
    search engines may list the page, `keys` are the LeiKa keys, `tags` what else its head says, by name.

    `parts` are all the pages of a list that has one for each letter.
    """

    url: str
    template: str
    title: str
    description: str
    trail: tuple[tuple[str, str], ...] = ()
    section: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    frame_hosts: tuple[str, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    language: Language = Language.GERMAN
    title_language: str = ""
    indexing: Indexing = OF_THIS_PORTAL
    keys: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()


def spoken_view(spoken: Speech, url: str, *head: Any, **more: Any) -> View:
    """A page of the interface: there is one in every language."""
    more |= {"languages": alternates(url, Language), "language": spoken.language}
    return View(urls.in_language(url, spoken.language), *head, **more)


def alternates(url: str, languages: Iterable[Language]) -> tuple[tuple[str, str], ...]:
    """The addresses of a page in its languages; who speaks none of them gets German."""
    addresses = tuple((str(language), urls.in_language(url, language)) for language in languages)
    return (*addresses, ("x-default", url)) if len(addresses) > 1 else ()


def start(spoken: Speech) -> tuple[str, str]:
    """Where every trail begins."""
    return spoken.gettext("Startseite"), urls.HOME
