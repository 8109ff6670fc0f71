"""One portal as a task, or a piece of a large one: a function of what its order names; doing it twice does no harm.

A worker keeps the code it has read when it started, and the content it has read for an order; it refuses an order for
any other. The content was checked by who gave the order.
"""

import datetime
import os
import socket
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TypeVar

from plugins.catalog import digests, disk, manifest
from plugins.cluster import storing
from plugins.pages.elsewhere import Begun, CheckedElsewhere
from plugins.pages.parts import Shared
from plugins.pages.portals import Outcome
from plugins.pages.sheets import Made

Result = TypeVar("Result")

CODE = digests.of_code()
"""The code that this process runs, whatever is installed beside it meanwhile."""

_ONE = Lock()
"""A process builds one portal at a time, however many threads it was given."""


class OtherError(ValueError):
    """A worker has something else than the order is about; says so in German."""


@dataclass(frozen=True, slots=True)
class Order:
    """What all portals of a build share: digests of content and code, the day, settings, and where they go.

    `output` is a folder that all machines see; with `target`, the address of an object store, nothing is written there.
    """

    content: str
    code: str
    today: datetime.date
    settings: tuple[tuple[str, str | bool], ...]
    output: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a portal, and the digest of the list of all its files with theirs."""

    outcome: Outcome
    files: str = ""


def build(order: Order, slug: str, in_pieces: bool) -> Done | Begun:
    """Build one portal, here and now; of a large one only the beginning, where that is wanted and all see it."""
    some = _begun if in_pieces and not order.target else _built
    return _done(lambda: some(_run(order), order, slug))


def piece(order: Order, slug: str, number: int, shared: Shared) -> Made | Exception:
    """One piece of a large portal."""
    with _ONE:
        try:
            return _run(order).piece(slug, number, shared)
        except (OtherError, OSError) as error:
            return error


def end(order: Order, slug: str, begun: Begun, made: Sequence[Made | Exception]) -> Done:
    """A large portal of which all pieces are made."""
    return _done(lambda: _listed(_run(order), slug, _run(order).ended(slug, begun, made)))


def _done(work: Callable[[], Result]) -> Result | Done:
    with _ONE:
        try:
            return work()
        except OtherError as error:
            return Done(Outcome(failure=str(error)))
        except OSError as error:
            return Done(Outcome(failure=f"{socket.gethostname()}: {disk.said(error)}"))


def _begun(run: CheckedElsewhere, order: Order, slug: str) -> Done | Begun:
    begun = run.begun(slug) if run.is_large else None
    return begun if isinstance(begun, Begun) else _built(run, order, slug)


def _built(run: CheckedElsewhere, order: Order, slug: str) -> Done:
    outcome = run.portal(run.catalog, slug)
    if order.target and not outcome.failure:
        sent = storing.store(run.folder(slug), f"{order.target.rstrip('/')}/portals/{slug}")
        outcome = replace(outcome, said=f"{outcome.said}; {sent} Dateien übertragen")
    return _listed(run, slug, outcome)


def _listed(run: CheckedElsewhere, slug: str, outcome: Outcome) -> Done:
    return Done(outcome, "" if outcome.failure else manifest.file_digest(run.folder(slug) / manifest.NAME))


@lru_cache(maxsize=1)
def _run(order: Order) -> CheckedElsewhere:
    """What portals of an order are built from. Raises `OtherError`, `OSError`."""
    content = Path(os.environ.get("CONTENT") or digests.PROJECT / "content").resolve()
    if order.code != CODE:
        raise OtherError(_other("Das Programm", digests.PROJECT, "starten Sie den Arbeiter neu"))
    output = str(digests.PROJECT / ".cache" / "cluster") if order.target else order.output
    settings: Mapping[str, str | bool] = {**dict(order.settings), "PATH": str(content), "OUTPUT_PATH": output}
    run = CheckedElsewhere.of(digests.PROJECT, settings, order.today)
    if digests.of_content(content) != order.content:
        raise OtherError(_other("Der Inhalt", content, "wiederholen Sie den Befehl"))
    return run


def _other(what: str, folder: Path, then: str) -> str:
    where = f"{socket.gethostname()}:{folder}"
    return f"{what} in {where} ist anders als dort, wo der Auftrag herkommt. Gleichen Sie beides ab und {then}."
