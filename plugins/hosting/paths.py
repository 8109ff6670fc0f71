"""Folders of a machine as words of nginx's configuration."""

import re

_PLAIN = re.compile(r"[\w/.@+,:~=-]+")
_UNWRITABLE = re.compile(r'["\\$*?\[\x00-\x1f\x7f]')
"""A variable, a pattern or the end of a word to nginx, and nothing takes that from it."""


class UnwritableError(Exception):
    """A folder that no configuration can name; says so in German."""


def word(path: str) -> str:
    """A path as one word, in quotes where it needs them. Raises `UnwritableError`."""
    if found := _UNWRITABLE.search(path):
        raise UnwritableError(
            f"{path!r}: Das Zeichen {found[0]!r} bedeutet für nginx etwas anderes. Geben Sie dem Ordner einen Namen "
            "ohne dieses Zeichen."
        )
    return path if _PLAIN.fullmatch(path) else f'"{path}"'
