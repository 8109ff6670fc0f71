"""What changed, for feed readers: the newest changes of the whole portal, of a topic, of an office (Atom, RFC 4287)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import shorten
from xml.etree import ElementTree as Xml

from plugins.catalog import urls
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.history import Commit, History
from plugins.catalog.records import Office
from plugins.metadata.changes import files_of
from plugins.metadata.xml import document, put

MOST_ENTRIES = 50
LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at `address` of what changed among the services that `page` lists; the newest change comes first."""

    address: str
    page: str
    title: str
    changes: tuple[tuple[Offer, Commit], ...]


def feeds(directory: Directory, history: History) -> tuple[Feed, ...]:
    """Every feed that has something to tell; what is only listed in another portal has no news of ours."""
    written = [offer for offer in directory.offers if not offer.is_by_rule]
    dated = [(offer, commit) for offer in written if (commit := history.latest(files_of(offer)))]
    newest = sorted(dated, key=lambda change: change[1].at, reverse=True)
    return tuple(feed for feed in _feeds(directory, newest) if feed.changes)


def _feeds(directory: Directory, newest: list[tuple[Offer, Commit]]) -> Iterator[Feed]:
    name = directory.municipality.name
    yield _feed("aenderungen", urls.HOME, f"{name}: geänderte Leistungen", newest)
    for topic in directory.topics:
        chosen = [change for change in newest if topic in change[0].topics]
        yield _feed(f"themen/{topic.slug}", urls.topic(topic.slug), f"{name}: Änderungen zu „{topic.title}“", chosen)
    for office in directory.offices:
        chosen = [change for change in newest if _belongs(change[0], office)]
        yield _feed(f"stellen/{office.slug}", urls.office(office.slug), f"{name}: Änderungen, {office.name}", chosen)


def _belongs(offer: Offer, office: Office) -> bool:
    """True for what an office is competent for, and for the texts it keeps."""
    return office in offer.offices or office.slug == offer.service.owner


def _feed(name: str, page: str, title: str, changes: Iterable[tuple[Offer, Commit]]) -> Feed:
    return Feed(f"/feeds/{name}.xml", page, title, tuple(changes)[:MOST_ENTRIES])


def as_atom(feed: Feed, url: str, author: str) -> bytes:
    """The file; `url` is the portal's address without final slash."""
    root = Xml.Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "de"})
    put(root, "id", url + feed.address)
    put(root, "title", feed.title)
    put(root, "updated", feed.changes[0][1].at.isoformat())
    put(root, "link", rel="self", type="application/atom+xml", href=url + feed.address)
    put(root, "link", rel="alternate", type="text/html", href=url + feed.page)
    put(put(root, "author"), "name", author)
    for offer, commit in feed.changes:
        _add(root, offer, commit, url)
    return document(root)


def _add(root: Xml.Element, offer: Offer, commit: Commit, url: str) -> None:
    """The id is the first address a service had: a change or a new name makes no second entry of it."""
    entry = put(root, "entry")
    put(entry, "id", url + next(iter(offer.service.former_urls), offer.url))
    put(entry, "title", offer.title)
    put(entry, "updated", commit.at.isoformat())
    put(entry, "link", rel="alternate", type="text/html", href=url + offer.url)
    put(entry, "summary", " – ".join(filter(None, (said(commit), offer.summary))))


def said(commit: Commit) -> str:
    """The subject of a commit as one line of visible characters: anybody may have written it."""
    visible = "".join(letter if letter.isprintable() else " " for letter in commit.subject)
    return shorten(visible, LONGEST_SUBJECT, placeholder=" …")
