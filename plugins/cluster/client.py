"""Gives the portals of a build to the workers of a scheduler, and back what became of each."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from distributed import Client, Future, as_completed

from plugins.catalog import digests, manifest
from plugins.cluster import task
from plugins.cluster.task import Done, Order
from plugins.pages.elsewhere import Begun
from plugins.pages.portals import Outcome

SENT = ("ALLOW", "EXPORTS", "GATED", "INDEXNOW_KEY", "PREVIEW")
"""The settings that a worker takes over; it has its own folders."""

PATIENCE = 30
"""Seconds until somebody has to answer."""


def each(
    scheduler: str, target: str, settings: Mapping[str, Any], today: date, slugs: Sequence[str]
) -> Iterator[tuple[str, Outcome]]:
    """The outcome of each portal as it is done. A worker that is lost has its portals built by another one.

    The last ones, of which there are not enough for all workers, may be made in pieces by all of them.
    """
    order = Order(
        digests.of_content(Path(settings["PATH"])),
        task.CODE,
        today,
        tuple((name, settings[name]) for name in SENT),
        settings["OUTPUT_PATH"],
        target,
    )
    with _connected(scheduler) as client:
        whole = len(slugs) - len(slugs) % len(client.nthreads())
        slug_of: dict[Future[Done | Begun] | Future[Done], str] = {
            client.submit(task.build, order, slug, place >= whole, pure=False): slug for place, slug in enumerate(slugs)
        }
        tasks = as_completed(list(slug_of))
        for future in tasks:
            slug = slug_of.pop(future)
            if future.status == "finished" and isinstance(begun := future.result(), Begun):
                last = _in_pieces(client, order, slug, begun)
                slug_of[last] = slug
                tasks.add(last)
            else:
                yield slug, _outcome(future, order, slug)


def _in_pieces(client: Client, order: Order, slug: str, begun: Begun) -> "Future[Done]":
    """The end of a large portal, which waits for its pieces; one that is lost is made once more."""
    submit = partial(client.submit, pure=False)
    pieces = [submit(task.piece, order, slug, number, begun.shared) for number in range(begun.pieces)]
    return submit(task.end, order, slug, begun, pieces)


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    """A scheduler with a worker at least; otherwise the program ends and says what is missing."""
    try:
        client = Client(scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        sys.exit(f"Unter SCHEDULER={scheduler} antwortet kein Scheduler: {error}. Starten Sie einen: make scheduler")
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            sys.exit(f"Bei {scheduler} ist kein Arbeiter. Starten Sie welche: make worker SCHEDULER={scheduler}")
        yield client


def _outcome(future: "Future[Done]", order: Order, slug: str) -> Outcome:
    """What a worker says, held against what is to be seen from here."""
    if error := future.exception():
        return Outcome(failure=f"Kein Arbeiter hat es zu Ende gebracht ({error}). Sehen Sie in ihre Meldungen.")
    done = future.result()
    folder = Path(order.output) / "portals" / slug
    if not done.outcome.failure and not order.target and digest_of(folder) != done.files:
        return Outcome(
            failure=f"{folder} ist hier nicht, was der Arbeiter dort geschrieben hat: "
            "Liegt OUTPUT auf einem Dateisystem, das alle Rechner unter demselben Namen sehen?"
        )
    return done.outcome


def digest_of(folder: Path) -> str:
    """The digest of the list of files as it is seen here; empty where there is none."""
    try:
        return manifest.file_digest(folder / manifest.NAME)
    except OSError:
        return ""
