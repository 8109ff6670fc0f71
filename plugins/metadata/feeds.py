"""What changed, for feed readers: the newest changes of the whole portal, of a topic, of an office (Atom, RFC 4287)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from plugins.catalog import urls
from plugins.catalog.directory import Directory, Offer
from plugins.catalog.german import shortened
from plugins.catalog.history import Commit, History
from plugins.catalog.persons import traces
from plugins.metadata.xml import document, put

MOST_ENTRIES = 50
LONGEST_SUBJECT = 200


Change = tuple[Offer, Commit]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed at `address` of what changed among the services that `page` lists; the newest change comes first.

    For those who keep the texts it `tells_why`: the first line that the author of the change wrote.
    """

    address: str
    page: str
    title: str
    changes: tuple[Change, ...]
    tells_why: bool = False


def feeds(directory: Directory, history: History) -> tuple[Feed, ...]:
    """Every feed that has something to tell; what is only listed in another portal has no news of ours."""
    changes = [change for offer in directory.offers if (change := _change(offer, history))]
    told = _by_page(sorted(changes, key=lambda change: change[1].at, reverse=True))
    return tuple(
        Feed(f"/feeds/{name}.xml", page, title, tuple(told[page][:MOST_ENTRIES]), page.startswith(urls.OFFICES))
        for name, page, title in _kinds(directory)
        if page in told
    )


def _change(offer: Offer, history: History) -> Change | None:
    commit = None if offer.is_by_rule else history.latest(offer.files)
    return (offer, commit) if commit else None


def _by_page(changes: Iterable[Change]) -> Mapping[str, list[Change]]:
    """The changes by the pages whose feeds tell them; an office has what it is competent for and the texts it keeps."""
    found = defaultdict(list)
    for offer, commit in changes:
        offices = {*(office.slug for office in offer.offices), offer.service.owner}
        for page in (urls.HOME, *(urls.topic(topic.slug) for topic in offer.topics), *map(urls.office, offices)):
            found[page].append((offer, commit))
    return found


def _kinds(directory: Directory) -> Iterator[tuple[str, str, str]]:
    """The name, page and title of each feed there may be."""
    name = directory.municipality.name
    yield "aenderungen", urls.HOME, f"{name}: geänderte Leistungen"
    for topic in directory.topics:
        yield f"themen/{topic.slug}", urls.topic(topic.slug), f"{name}: Änderungen zu „{topic.title}“"
    for office in directory.offices:
        yield f"stellen/{office.slug}", urls.office(office.slug), f"{name}: Änderungen, {office.name}"


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
        _add(root, offer, commit, url, said(commit) if feed.tells_why else "")
    return document(root)


def _add(root: Xml.Element, offer: Offer, commit: Commit, url: str, why: str) -> None:
    """The id is the first address a service had: a change or a new name makes no second entry of it."""
    entry = put(root, "entry")
    put(entry, "id", url + offer.first_url)
    put(entry, "title", offer.title)
    put(entry, "updated", commit.at.isoformat())
    put(entry, "link", rel="alternate", type="text/html", href=url + offer.url)
    put(entry, "summary", " – ".join(filter(None, (why, offer.summary))))


def said(commit: Commit) -> str:
    """The subject of a commit as one line of visible characters: anybody may have written it.

    One that names a person stays away: what git keeps, nobody can mend any more.
    """
    if traces(commit.subject):
        return ""
    visible = "".join(letter if letter.isprintable() else " " for letter in commit.subject)
    return shortened(visible, LONGEST_SUBJECT)
