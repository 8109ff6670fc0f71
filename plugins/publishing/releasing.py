"""`make publish`: build aside, look at it, check every byte, put it online in one step."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from plugins.catalog import changes, disk, registering
from plugins.catalog.catalog import Catalog, load
from plugins.publishing import gatekeeping, news, space
from plugins.publishing.building import Wanted, build
from plugins.publishing.counting import counted
from plugins.publishing.errors import PublishError
from plugins.publishing.home import Home, Release, shown
from plugins.publishing.identity import Source
from plugins.publishing.locking import locked
from plugins.publishing.staging import Staged

_MOVED = "Der Inhalt hat sich geändert, während gebaut wurde. Veröffentlichen Sie noch einmal."


def publish(wanted: Wanted, home: Home, *, waits: bool) -> None:
    """All of it. Raises `PublishError` and `OSError`; a portal that does not come online stays as it was."""
    gatekeeping.check_names(wanted.allowed)
    if wanted.portals:
        home.check()
        home.folder.mkdir(parents=True, exist_ok=True)
    else:
        home.prepare()
    with locked(home.lock, waits=waits) as lock:
        home.sweep()
        online = [one.current for one in (home.portals() if wanted.portals else [home])]
        space.check(home.folder, [tree for tree in map(shown, online) if tree])
        with home.passing() as folder:
            source = Source.of(wanted.content)
            if not build(wanted, folder, lock) and not wanted.portals:
                raise PublishError("Nicht veröffentlicht: Es ließ sich nicht bauen.")
            catalog, _ = load(wanted.content)
            if Source.of(wanted.content) != source:
                raise PublishError(_MOVED)
            _put_online(wanted, source, catalog, list(_staged(catalog, wanted, home, folder)))


def _staged(catalog: Catalog, wanted: Wanted, home: Home, folder: Path) -> Iterator[Staged]:
    """What should have been built."""
    if wanted.portals:
        for slug, one in sorted(catalog.municipalities.items()):
            yield Staged(catalog, one, home.portal(slug), one.portal_url.rstrip("/"), folder / "portals" / slug)
    elif town := catalog.municipalities.get(wanted.municipality) or catalog.first_municipality:
        yield Staged(catalog, town, home, wanted.url, folder, wanted.before)


def _put_online(wanted: Wanted, source: Source, catalog: Catalog, every: Sequence[Staged]) -> None:
    """Each portal on its own: what fails spoils no other. Raises `PublishError` when something is left undone."""
    online, is_done = [], True
    for number, staged in enumerate(every, 1):
        print(f"[{number}/{len(every)}] {staged.municipality.name}", flush=True)
        try:
            with _own_lock(wanted, staged.home):
                is_done &= _release(wanted, source, staged)
            online.append(staged)
        except (PublishError, OSError) as error:
            _say_what_stays(staged.home, error)
    is_done &= _did(
        wanted.content, _note_addresses, catalog, wanted.content, [staged.municipality.slug for staged in online]
    )
    if len(online) < len(every):
        names = ", ".join(staged.municipality.name for staged in every if staged not in online)
        raise PublishError(f"Nicht veröffentlicht: {names}.{' Die anderen Portale sind online.' if online else ''}")
    if not is_done:
        raise PublishError("Veröffentlicht ist alles. Erledigen Sie noch, was oben steht.")


@contextmanager
def _own_lock(wanted: Wanted, home: Home) -> Iterator[None]:
    """One portal alone holds it already; of many, each may be taken back by a command of its own meanwhile."""
    if not wanted.portals:
        yield
        return
    home.prepare()
    with locked(home.lock, waits=True):
        home.sweep()
        yield


def _release(wanted: Wanted, source: Source, staged: Staged) -> bool:
    """Put one portal online; True when all that follows was done too."""
    old = staged.home.current
    new = staged.release(source.state, wanted.allowed)
    said = f"bleibt {new.name}: Nichts ist anders." if new == old else f"ist jetzt {new.name}. {_difference(new, old)}"
    print(f"  Online {said}", flush=True)
    return all([_did(staged.home.folder, staged.home.prune), _did(staged.home.folder, _tell, staged, old, new)])


def _say_what_stays(home: Home, error: Exception) -> None:
    said = disk.said(error, home.folder) if isinstance(error, OSError) else error
    current = home.current
    online = f"Online bleibt: {current.name}." if current else "Online ist noch nichts."
    print(f"  {said}\n  {online}", file=sys.stderr, flush=True)


def _difference(new: Release, old: Release | None) -> str:
    """What readers will notice."""
    before = shown(old)
    changed = sum(name.endswith(".html") for name in new.tree.changed(before))
    if not (old and before):
        return f"{counted(changed, 'Seite', 'Seiten')}."
    gone = sum(name not in new.tree.digests for name in before.named(".html"))
    return f"Gegenüber {old.name}: {counted(changed, 'Seite', 'Seiten')} neu oder anders, {gone} entfallen."


def _tell(staged: Staged, old: Release | None, new: Release) -> None:
    """Note what search engines may be told, and say how."""
    key = os.environ.get("INDEXNOW_KEY", "")
    if said := news.remember(staged.home.folder, staged.url, key, new.tree, shown(old)):
        print(f"  {said}", flush=True)


def _note_addresses(catalog: Catalog, content: Path, online: Sequence[str]) -> None:
    """No address that was published once may get lost."""
    found = list(registering.changes(catalog, content, online))
    changes.write(content, found)
    if found:
        folder = content / registering.FOLDER
        print(f"Neue Adressen stehen in {folder}: Checken Sie den Ordner ein, damit keine verloren geht.", flush=True)


def _did(folder: Path, step: Callable[..., object], *arguments: object) -> bool:
    """Do what comes after; what the disk refuses in a folder then is said, and takes nothing back."""
    try:
        step(*arguments)
    except OSError as error:
        print(f"  {disk.said(error, folder)}", file=sys.stderr, flush=True)
        return False
    return True
