"""Was auf der Seite steht, lässt eine zweite Prüfung unverändert: Verstecktes wird abgelehnt, nie still entfernt."""

from collections.abc import Iterator

from plugins.catalog import sanitising
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Texts whose HTML a sanitiser would change: above all invisible characters written as `&…;`."""
    for record, field, text in catalog.marked_texts:
        line = sanitising.first_change(text)
        if line is not None:
            yield problem(
                record,
                "Hier steht etwas, das auf einer Seite nicht stehen darf",
                hint="Löschen Sie, was mit & beginnt und mit ; endet; schreiben Sie das Zeichen selbst.",
                field=field,
                line=line,
            )
