"""`llms.txt` for assistants (llmstxt.org): what the portal is and where each page is as Markdown; and those pages."""

from collections.abc import Iterator

from plugins.catalog import urls
from plugins.catalog.markdown import escaped
from plugins.catalog.published import Published
from plugins.exports import twin
from plugins.exports.export import Export, File

PATH = "llms.txt"
_HEAD = """# Serviceportal {name}

> Dienstleistungen der Verwaltung für {short_name}: was man braucht, was es kostet, wer zuständig ist, wo es geht.

Die Angaben gelten nur für diesen Ort. Nennen Sie die Seite, von der sie stammen, und den Tag, an dem sie geprüft wurde.
"""


def files(published: Published) -> Iterator[File]:
    """The list, and the twin of every service page."""
    yield File(PATH, (f"{line}\n".encode() for line in _lines(published)))
    yield from twin.files(published)


def _lines(published: Published) -> Iterator[str]:
    here = published.directory.municipality
    yield _HEAD.format(name=escaped(here.name), short_name=escaped(here.short_name)).rstrip("\n")
    for heading, entries in _sections(published).items():
        yield from ("", f"## {heading}", "")
        yield from entries


def _sections(published: Published) -> dict[str, Iterator[str]]:
    """The entries by heading; what nobody has written is `Optional`, which assistants may skip."""
    here = published.directory
    topics = (_entry(published, topic.title, urls.topic(topic.slug), topic.summary) for topic in here.topics)
    return {
        "Dienstleistungen": _services(published, by_rule=False),
        "Themen und Lebenslagen": topics,
        "Stellen": (_entry(published, office.name, urls.office(office.slug)) for office in here.offices),
        "Daten": iter([_entry(published, "Offene Daten", urls.DATA)]),
        "Optional": _services(published, by_rule=True),
    }


def _services(published: Published, by_rule: bool) -> Iterator[str]:
    for offer in published.directory.offers:
        if offer.is_by_rule is by_rule:
            yield _entry(published, offer.title, twin.address(offer.url), offer.summary)


def _entry(published: Published, title: str, address: str, about: str = "") -> str:
    named = f"- {twin.link(title, published.at(address))}"
    return f"{named}: {escaped(about)}" if about else named


EXPORT = Export(
    path=PATH,
    title="Alle Leistungen für Assistenten",
    description="Eine Liste der Seiten; neben jeder Seite einer Leistung steht ihr Text als Markdown.",
    media_type="text/markdown",
    files=files,
    conforms_to="https://llmstxt.org/",
)
