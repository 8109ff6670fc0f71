"""What is in a portal's home: listed, verified, and another release put online."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plugins.publishing.counting import counted, size_in_words
from plugins.publishing.errors import PublishError, RefusedError
from plugins.publishing.home import Home, Release
from plugins.publishing.locking import locked
from plugins.publishing.staging import whole

_GERMANY = ZoneInfo("Europe/Berlin")


def rollback(home: Home, to: str, *, waits: bool) -> str:
    """Put the release online that was before, or the one named; returns what was done."""
    if not home.releases():
        raise RefusedError(f"In {home.folder} liegt keine Veröffentlichung. Sagen Sie, wo: OUTPUT=…")
    home.prepare()
    with locked(home.lock, waits=waits):
        current = home.current
        wanted = home.named(to) if to else _before(home, current)
        whole(wanted.folder)
        if current == wanted:
            return f"{wanted.name} ist schon online."
        home.switch(wanted)
    back = f", nicht mehr {current.name}. Zurück: make rollback TO={current.name}" if current else "."
    return f"Online ist jetzt {wanted.name}{back}"


def _before(home: Home, current: Release | None) -> Release:
    """What was online before, as long as it is here."""
    known = {release.name: release for release in home.releases()}
    follows = current.note.follows if current else ""
    if follows in known:
        return known[follows]
    why = f"Vor {current.name} war nichts online, was noch hier liegt." if current else "Es ist nichts online."
    raise RefusedError(f"{why} Sagen Sie dazu, was online gehen soll: TO={' oder TO='.join(known)}.")


def homes(home: Home) -> list[Home]:
    """This one, where it has releases, and those of all portals below it."""
    return [one for one in (home, *home.portals()) if one.releases()]


def listed(home: Home) -> Iterator[str]:
    """A line for every release, the newest first."""
    current = home.current
    yield f"{home.folder}:"
    for release in home.releases():
        yield f"  {'→' if release == current else ' '} {_line(release)}"


def _line(release: Release) -> str:
    note = release.note
    day = f"{note.published.astimezone(_GERMANY):%d.%m.%Y %H:%M}" if note.published else "Tag unbekannt"
    try:
        tree = release.tree
    except (OSError, ValueError):
        return f"{release.name}  {day}  ohne Verzeichnis der Dateien"
    count = counted(sum(1 for _ in tree.named(".html")), "Seite", "Seiten")
    allowed = f"  zugelassen: {', '.join(note.allowed)}" if note.allowed else ""
    return f"{release.name}  {day}  {count}  {size_in_words(tree.size)}{allowed}"


def verified(home: Home) -> str:
    """That what is online is whole. Raises `PublishError` when it is not."""
    current = home.current
    if not current:
        raise PublishError(f"In {home.folder} ist nichts online.")
    tree = whole(current.folder)
    return f"{current.name} ist unversehrt: {len(tree.digests)} Dateien."
