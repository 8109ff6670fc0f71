"""Whatever a commit says of itself, the pages and feeds that show it are whole; nothing else is known of a file."""

from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

from defusedxml.ElementTree import fromstring

from plugins.catalog.directory import Directory, directory
from plugins.catalog.history import History, last_commits
from plugins.metadata import feeds
from tests.fuzzing.placed import world
from tests.fuzzing.targets import words

TOKENS = words(
    "\x00 \x00\x00 \n 2026-03-01T10:00:00+01:00 9999-12-31T23:59:59-12:00 0001-01-01T00:00:00+14:00 +25:00 10000- %cI "
    "services/hund-anmelden.md municipalities/kleinstadt/offices/steueramt.yaml \x1b[31m \x0b \udcff \ufffe ]]> < &amp;"
)
BERLIN = ZoneInfo("Europe/Berlin")


@cache
def _portal() -> Directory:
    return directory(world(), world().municipalities["kleinstadt"])


def check(data: bytes) -> None:
    log = data.decode("utf-8", "surrogateescape")
    found = History(dict(last_commits(log)))
    for path, commit in found.commits.items():
        assert path in log
        assert commit.subject in log
        assert commit.at.astimezone(BERLIN)
    for feed in feeds.feeds(_portal(), found):
        atom = fromstring(feeds.as_atom(feed, "https://service.kleinstadt.example", "Kleinstadt"))
        assert len(atom.findall("{http://www.w3.org/2005/Atom}entry")) == len(feed.changes)


def seeds() -> Iterator[bytes]:
    yield b"\0\x002026-03-01T10:00:00+01:00\0Hund\0\nservices/hund-anmelden.md\0services/b.md\0"
    yield b"\0\x002026-03-01T10:00:00+01:00\0leer\0\0\x002026-02-01T10:00:00+01:00\0Neu\0\nservices/b.md\0"
