"""What is published is found: a portal with a public address never asks search engines to stay away by accident."""

import re
from collections.abc import Mapping

from plugins.catalog import urls

_NOINDEX = re.compile(rb"<meta\b(?=[^>]*\bname=[\"']?robots\b)[^>]*\bnoindex", re.IGNORECASE)


class HiddenError(ValueError):
    """A home page that search engines may not list; says so in German."""


def check(pages: Mapping[str, bytes]) -> None:
    """Raise `HiddenError` when the home page of a public portal is hidden, whatever template made it."""
    if _NOINDEX.search(pages[urls.file_of(urls.HOME)]):
        raise HiddenError(
            "Die Startseite sagt noindex: Suchmaschinen fänden dieses Portal nicht mehr. "
            "Nehmen Sie die Zeile mit „robots“ aus der Vorlage, oder bauen Sie eine Vorschau: PREVIEW=1 make portals"
        )
