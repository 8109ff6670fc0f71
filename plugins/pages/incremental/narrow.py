"""The narrow way: only some services changed, so only their pages, those that show them and their search entries do.

Whether it may be taken is asked here. Whatever is not certain is left to a build of everything, which is exact.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from typing import Any

from plugins.pages.incremental import others, rules
from plugins.pages.incremental.edit import Edit
from plugins.pages.incremental.known import Known, entries
from plugins.pages.incremental.listed import Listed
from plugins.pages.incremental.past import Past
from plugins.pages.incremental.world import MovedError, World, service_of, world
from search.blocks import MissingError


def edit(past: Past, settings: Mapping[str, Any]) -> Edit | None:
    """What changed since the last build, where that is nothing but words and facts of services."""
    paths = past.changed()
    if not paths or settings["EXPORTS"] or settings["ALLOW"]:
        return None
    found = past.known
    if not (past.made and found and past.listed and past.stored and paths <= found.entries.keys()):
        return None
    with suppress(MovedError, MissingError, OSError):
        around = world(past.content, past.made, found.media)
        edit = _checked(past, around, found, past.listed, paths)
        is_more = edit and others.is_told_more(edit)
        return others.retold(past, around, edit, settings["MUNICIPALITY"]) if edit and is_more else edit
    return None


def _checked(past: Past, around: World, found: Known, listed: Listed, paths: frozenset[str]) -> Edit | None:
    """The edited services, where no other can have something to do with what changed, and no rule says an error."""
    slugs = frozenset(map(service_of, paths))
    catalog, problems = around.with_services(slugs)
    if catalog.broken:
        return None
    now = entries(catalog)
    if any(now.get(path) != found.entries[path] for path in paths):
        return None
    spoken = rules.spoken(catalog, found, paths, problems, past.left.problems if past.left else ())
    if spoken is None:
        return None
    known = found if spoken.most_named <= found.most_named else replace(found, most_named=spoken.most_named)
    return Edit(catalog, known, listed, paths, spoken.problems, slugs, shown=slugs)
