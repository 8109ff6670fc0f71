"""Startseite und Seiten der Sitemap antworten."""

from collections.abc import Iterator

from plugins.probe.asking import NoAnswerError
from plugins.probe.topics import Fault
from plugins.probe.visit import Visit


def check(visit: Visit) -> Iterator[Fault]:
    """Pages that do not answer 200, and an http address that does not lead to https."""
    for seen in (visit.home, *visit.listed):
        if seen.status != 200:
            yield Fault(seen.address, f"antwortet nicht: {seen.said}", "Veröffentlichen Sie das Portal neu.")
    if visit.url.startswith("https://"):
        yield from _unencrypted(visit)


def _unencrypted(visit: Visit) -> Iterator[Fault]:
    address = f"http://{visit.url.removeprefix('https://')}/"
    try:
        answer = visit.asker.ask(address)
    except NoAnswerError:
        return
    if answer.status not in {301, 308} or answer.headers.get("location", "") != visit.at("/"):
        remedy = f"Leiten Sie http:// dauerhaft (301) weiter nach {visit.at('/')}"
        yield Fault(address, f"führt nicht zu https: Status {answer.status}", remedy)
