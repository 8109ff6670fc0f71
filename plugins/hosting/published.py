"""What a published portal says of itself: the place it is for and its public address."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

FILE = ".well-known/build.json"

_SLUG = re.compile(r"[a-z0-9-]+")


class DamagedError(Exception):
    """The file is there and cannot be read; says so in German."""


@dataclass(frozen=True, slots=True)
class Published:
    """A portal and its public address, without a slash at its end."""

    portal: str
    url: str

    @classmethod
    def read(cls, folder: Path) -> "Published | None":
        """What lies in a folder says so; None for a build that was not published. Raises `DamagedError`."""
        file = folder / FILE
        if not file.is_file():
            return None
        try:
            said = json.loads(file.read_bytes())
            found = cls(str(said["portal"]), str(said["url"]))
            is_whole = bool(_SLUG.fullmatch(found.portal) and urlsplit(found.url).hostname)
        except (OSError, ValueError, KeyError, TypeError):
            is_whole = False
        if not is_whole:
            raise DamagedError(f"{file} ist beschädigt. Veröffentlichen Sie noch einmal: make publish")
        return found
