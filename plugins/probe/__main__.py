"""`python -m plugins.probe [--limit N] https://service.meine-stadt.example`: look at a portal from outside.

Exit code 1 when something is wrong, 2 when nothing could be asked, 3 when nothing is wrong but not all was looked at.
"""

import argparse
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

from plugins.probe.asking import Asker
from plugins.probe.report import faults_in, lines, summary
from plugins.probe.topics import Finding, Topic, topics
from plugins.probe.visit import Visit

LIMIT = 300
"""So many pages are read when nobody says how many."""


def main(arguments: list[str] | None = None, asker: Asker | None = None) -> int:
    """Run the probe and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m plugins.probe", description="Ein Portal von außen prüfen")
    parser.add_argument("url", help="Adresse des Portals, wie sie in SITEURL steht")
    parser.add_argument("--limit", type=int, default=LIMIT, help=f"höchstens so viele Seiten (sonst {LIMIT})")
    options = parser.parse_args(arguments)
    url = options.url.rstrip("/")
    if not _is_address(url) or options.limit < 1:
        print("Nennen Sie die Adresse des Portals: make probe URL=https://service.meine-stadt.example", file=sys.stderr)
        return 2
    return probe(Visit(url, asker or Asker(), options.limit, _tell))


def probe(visit: Visit) -> int:
    """Print the report, topic by topic as they are done."""
    if visit.home.answer is None:
        print(f"✗ {visit.at('/')} antwortet nicht: {visit.home.why}")
        return 2
    faults = unprobed = 0
    for topic, found in _found(visit):
        wrong = len(faults_in(found))
        faults, unprobed = faults + wrong, unprobed + bool(found and not wrong)
        print("\n".join(lines(topic, found)), flush=True)
    print(summary(visit, faults, unprobed))
    return 1 if faults else 3 if unprobed else 0


def _found(visit: Visit) -> Iterator[tuple[Topic, list[Finding]]]:
    for topic in topics():
        yield topic, list(dict.fromkeys(topic.check(visit)))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not (parts.query or parts.fragment)
    except ValueError:
        return False


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
