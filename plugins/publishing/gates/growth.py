"""Das Portal ist nicht plötzlich viel größer."""

from collections.abc import Iterator

from plugins.publishing.counting import counted, first, size_in_words
from plugins.publishing.gates import Sight

_TIMES = 2
_SLACK = 10 * 1024 * 1024
"""A portal that is new or gets its open data may grow by so many bytes without a question."""


def seen(sight: Sight) -> str:
    """How many files with how many bytes."""
    before = f", vorher {size_in_words(sight.old.size)}" if sight.old else ""
    return f"{counted(len(sight.new.digests), 'Datei', 'Dateien')}, {size_in_words(sight.new.size)}{before}"


def check(sight: Sight) -> Iterator[str]:
    """More than twice what is online, beyond some megabytes; the largest files are named."""
    if sight.old is None:
        return
    before, after = sight.old.size, sight.new.size
    if after > before * _TIMES + _SLACK:
        sizes = {name: (sight.new.folder / name).stat().st_size for name in sight.new.digests}
        largest = sorted(sizes, key=lambda name: (-sizes[name], name))[:3]
        yield f"Vorher {size_in_words(before)}, jetzt {size_in_words(after)}. Am größten sind: {first(largest)}."
