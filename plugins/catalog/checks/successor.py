"""Wer in einem anderen Ort aufgegangen ist, führt zu einem, den es noch gibt."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.places import Problem


def check(catalog: Catalog) -> Iterator[Problem]:
    """Successors that are former municipalities themselves, directly or in a circle."""
    for municipality in catalog.municipalities.values():
        chain = _chain(catalog, municipality.slug)
        if chain[-1] in chain[:-1]:
            yield problem(
                municipality,
                f"Die Nachfolger führen im Kreis: {' → '.join(chain)}",
                hint="Löschen Sie successor bei dem Ort, den es noch gibt.",
                field="successor",
            )
        elif len(chain) > 2:
            yield problem(
                municipality,
                f"„{chain[1]}“ ist selbst in „{chain[2]}“ aufgegangen",
                hint=f"successor: {chain[-1]}",
                field="successor",
            )


def _chain(catalog: Catalog, slug: str) -> list[str]:
    """A municipality and its successors; where they lead in a circle, the last one stands there twice."""
    chain = [slug]
    while (found := catalog.municipalities.get(chain[-1])) and found.successor:
        chain.append(found.successor)
        if chain[-1] in chain[:-1]:
            break
    return chain
