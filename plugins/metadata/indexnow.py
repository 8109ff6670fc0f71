"""IndexNow: search engines may be told which pages changed. A build only writes down what there is to tell."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

_KEY = re.compile(r"[A-Za-z0-9-]{8,128}")


class KeyRefusedError(ValueError):
    """A key that no search engine would accept; the message is German and ends without a full stop."""


def checked(key: str) -> str:
    """The key, or `KeyRefusedError`."""
    if not _KEY.fullmatch(key):
        raise KeyRefusedError(f"„{key}“ ist kein Schlüssel aus 8 bis 128 Buchstaben, Ziffern und Bindestrichen")
    return key


@dataclass(frozen=True, slots=True)
class News:
    """The full addresses that changed in a portal at `root`, and the key that proves whose they are."""

    root: str
    key: str
    addresses: tuple[str, ...]

    @property
    def key_address(self) -> str:
        """Where search engines look for the key; it speaks for all that lies beside and below it."""
        return f"{self.root}{address_of(self.key)}"

    def message(self, addresses: Iterable[str]) -> bytes:
        """What a search engine gets for some of the addresses."""
        host = urlsplit(self.root).netloc
        told = {"host": host, "key": self.key, "keyLocation": self.key_address, "urlList": list(addresses)}
        return json.dumps(told, ensure_ascii=False).encode()

    def write(self, file: Path) -> None:
        """Keep the list; nothing is left of one that is empty."""
        if not self.addresses:
            file.unlink(missing_ok=True)
            return
        kept = {"root": self.root, "key": self.key, "addresses": self.addresses}
        file.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, file: Path) -> "News | None":
        """The list as it was kept; None when there is none, or none that can be read."""
        try:
            kept = json.loads(file.read_text("utf-8"))
            return cls(kept["root"], checked(kept["key"]), tuple(kept["addresses"]))
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            return None


def address_of(key: str) -> str:
    """The address of the file with the key."""
    return f"/{key}.txt"


def remember(file: Path, root: str, key: str, changed: Iterable[str]) -> News:
    """Add what changed to what has not been told yet."""
    before = News.read(file)
    waiting = before.addresses if before and (before.root, before.key) == (root, key) else ()
    news = News(root, key, tuple(sorted({*waiting, *changed})))
    news.write(file)
    return news
