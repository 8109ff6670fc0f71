"""Suchmaschinen dürfen das Portal listen."""

import re
from collections.abc import Iterator
from urllib.robotparser import RobotFileParser

from plugins.catalog import urls
from plugins.publishing.counting import counted, first, number
from plugins.publishing.gates import Sight
from plugins.publishing.tree import Tree, address_of

_HOME = urls.file_of(urls.HOME)
_SHARE = 0.02
_HIDDEN = re.compile(rb"<meta\b(?=[^>]*\bname=[\"']?robots\b)[^>]*\bnoindex", re.IGNORECASE)
_EVERYWHERE = re.compile(
    rb"^/\*[ \t]*\n(?:[ \t]+.*\n)*?[ \t]+x-robots-tag:.*\b(?:noindex|none)\b", re.IGNORECASE | re.MULTILINE
)


def seen(sight: Sight) -> str:
    """How many pages may be listed."""
    hidden = sum(page.is_hidden for page in sight.new.pages.values())
    return f"{counted(len(sight.new.pages) - hidden, 'Seite', 'Seiten')} für Suchmaschinen, {number(hidden)} nicht"


def check(sight: Sight) -> Iterator[str]:
    """A preview or a wrong setting; the page of a former town only leads on and need not be found."""
    if sight.is_former:
        return
    home = sight.new.pages.get(_HOME)
    if home is None or home.is_hidden:
        yield "Die Startseite sagt noindex oder fehlt. Ist das eine Vorschau (PREVIEW=1)?"
    if not _may_read(sight):
        yield "robots.txt schließt Suchmaschinen von der Startseite aus (Disallow)."
    if _EVERYWHERE.search(sight.new.text("_headers")):
        yield "_headers sagt für alle Seiten noindex (X-Robots-Tag)."
    yield from _newly_hidden(sight)


def _may_read(sight: Sight) -> bool:
    robots = RobotFileParser()
    robots.parse(sight.new.text("robots.txt").decode("utf-8", "replace").splitlines())
    return all(robots.can_fetch(engine, f"{sight.url}/") for engine in ("*", "Googlebot", "bingbot"))


def _newly_hidden(sight: Sight) -> Iterator[str]:
    listed = _listed(sight.old) if sight.old else []
    hidden = [one for one in listed if one in sight.new.pages and sight.new.pages[one].is_hidden]
    if len(hidden) > len(listed) * _SHARE:
        pages = f"{number(len(hidden))} von {counted(len(listed), 'Seite', 'Seiten')}"
        yield f"{pages} für Suchmaschinen sagen jetzt noindex: {first([address_of(one) for one in hidden])}."


def _listed(old: Tree) -> list[str]:
    return [name for name in old.named(".html") if not _HIDDEN.search(old.read(name))]
