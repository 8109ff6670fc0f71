"""One portal as a task: a pure function of what its order names, so that doing it twice does no harm.

A worker keeps the code it has read when it started, and the content it has read for an order; it refuses an order for
any other. The content was checked by who gave the order.
"""

import datetime
import os
import socket
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from threading import Lock

from plugins.catalog import digests, disk, manifest
from plugins.cluster import storing
from plugins.pages.portals import Outcome
from plugins.pages.run import CheckedElsewhere

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


def build(order: Order, slug: str) -> Done:
    """Build one portal, here and now."""
    with _ONE:
        try:
            return _built(_run(order), order, slug)
        except OtherError as error:
            return Done(Outcome(failure=str(error)))
        except OSError as error:
            return Done(Outcome(failure=f"{socket.gethostname()}: {disk.said(error)}"))


def _built(run: CheckedElsewhere, order: Order, slug: str) -> Done:
    outcome = run.portal(run.catalog, slug)
    if outcome.failure:
        return Done(outcome)
    folder = run.folder(slug)
    if order.target:
        sent = storing.store(folder, f"{order.target.rstrip('/')}/portals/{slug}")
        outcome = replace(outcome, said=f"{outcome.said}; {sent} Dateien übertragen")
    return Done(outcome, manifest.file_digest(folder / manifest.NAME))


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
