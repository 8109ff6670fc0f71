"""The facets of the search page: what hits can be narrowed down by, with every value there is in a portal."""

from dataclasses import dataclass

from plugins.catalog import labels
from plugins.catalog.directory import Directory
from plugins.catalog.german import sort_key
from plugins.catalog.records import Audience, Level
from plugins.interface.speech import GERMAN, Speech
from plugins.pages.lines import topic_line


@dataclass(frozen=True, slots=True)
class Facet:
    """One group of choices; `name` and the values stand in the address: `/suche/?q=hund&thema=tiere`."""

    name: str
    title: str
    options: tuple[tuple[str, str], ...]
    everything: str = ""
    """What the choice of no value is called, where only one can be chosen."""


def facets(directory: Directory, spoken: Speech = GERMAN) -> tuple[Facet, ...]:
    """Audience, online, who is competent, topic; the script of the search page says how many hits each has."""
    audiences = (("buerger", Audience.CITIZENS), ("unternehmen", Audience.BUSINESSES))
    topics = (topic_line(topic, spoken.language) for topic in directory.topics)
    options = {
        "fuer": tuple((name, spoken.gettext(labels.AUDIENCES[one])) for name, one in audiences),
        "nur": (("online", spoken.gettext(labels.ONLY_ONLINE)),),
        "zustaendig": tuple((name, spoken.translated(name)) for name in _providers(directory)),
        "thema": tuple((topic.slug, spoken.marked(topic.title, topic.language)) for topic in topics),
    }
    everything = {"fuer": spoken.gettext(labels.EVERYONE)}
    return tuple(
        Facet(name, spoken.gettext(title), options[name], everything.get(name, ""))
        for name, title in labels.FACETS.items()
    )


def _providers(directory: Directory) -> list[str]:
    """From the town itself to the Bund, then bodies of their own."""
    ordered = sorted(directory.providers, key=lambda one: (list(Level).index(one[0]), sort_key(one[1])))
    return list(dict.fromkeys(name for _, name in ordered))
