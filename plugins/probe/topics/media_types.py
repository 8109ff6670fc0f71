"""Dateien haben den richtigen Typ."""

import re
from collections.abc import Iterator

from plugins.hosting.media_types import OTHER, media_type
from plugins.probe.topics import Fault, Finding, Unprobed
from plugins.probe.visit import Visit

_SAME = {"text/xml": "application/xml", "image/x-icon": "image/vnd.microsoft.icon"}
"""Older names of types; browsers know both."""


def check(visit: Visit) -> Iterator[Finding]:
    """Answers whose type is not that of the file; only of pages we want to be told how they are encoded."""
    every = (visit.home, *visit.listed, *visit.resources, visit.get(visit.at("/sitemap.xml")))
    if all(seen.status != 200 for seen in every):
        yield Unprobed("keine Datei kam an")
    for seen in every:
        wanted = media_type(visit.path(seen.address))
        wanted = wanted if wanted.startswith("text/html") else wanted.partition(";")[0]
        given = re.sub(r"\s*;\s*", "; ", seen.header("content-type").lower())
        plain = given.partition(";")[0]
        if seen.status == 200 and wanted not in {OTHER, given, _SAME.get(plain, plain)}:
            yield Fault(seen.address, f"hat den Typ „{given[:80]}“", f"Stellen Sie am Server ein: {wanted}")
