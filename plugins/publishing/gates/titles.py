"""Jede Seite hat einen eigenen Titel."""

from collections.abc import Iterator

from plugins.publishing.counting import counted, first
from plugins.publishing.gates import Sight
from plugins.publishing.tree import address_of


def seen(sight: Sight) -> str:
    """How many different titles there are."""
    titles = {page.title for page in sight.new.pages.values()}
    return f"{counted(len(titles), 'Titel', 'Titel')} auf {counted(len(sight.new.pages), 'Seite', 'Seiten')}"


def check(sight: Sight) -> Iterator[str]:
    """Of the pages that may be listed: in a list of hits two of a name cannot be told apart."""
    found: dict[str, list[str]] = {}
    for name, page in sight.new.pages.items():
        if not page.is_hidden:
            found.setdefault(page.title, []).append(address_of(name))
    for title, pages in sorted(found.items()):
        if not title:
            yield f"Ohne Titel: {first(pages)}."
        elif len(pages) > 1:
            yield f"„{title}“ ist der Titel von {first(pages)}."
