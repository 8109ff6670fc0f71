"""What a request does to the search: judged queries that moved, names that lead to their service no longer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from search.desk import Desk
from search.documents import SearchDocument, documents
from search.evaluation import gates
from search.evaluation.judgments import HALVES, Judgment, read

NOWHERE = 0
"""The rank of a service that is not among the first ten."""


@dataclass(frozen=True, slots=True)
class Move:
    """A judged query whose best service stands elsewhere now; ranks count from 1."""

    query: str
    before: int
    after: int

    @property
    def is_lost(self) -> bool:
        """True when the answer was among the first three and is not now."""
        return self.before in range(1, gates.DEPTH + 1) and self.after not in range(1, gates.DEPTH + 1)


@dataclass(frozen=True, slots=True)
class SearchChange:
    """The portal that was asked, what moved there, and how many of their own words find the services that changed."""

    portal: str
    moves: tuple[Move, ...] = ()
    lost: tuple[gates.LostName, ...] = ()
    own_words: tuple[tuple[str, int, int], ...] = ()
    """(service, how many of its words find it among the first three, how many it has)."""


def search_change(before: Catalog, after: Catalog) -> SearchChange | None:
    """What moved in the portal of the first town; None when the search answers from the same documents."""
    old, new = _documents(before), _documents(after)
    town = after.first_municipality
    if town is None or old == new:
        return None
    was, now = (Desk.of(some, after.today.isoformat()) for some in (old, new))
    failing = list(gates.lost_names(now))
    changed = [document for document in new if document not in set(old)]
    return SearchChange(
        town.name,
        tuple(_moves(was, now)),
        tuple(_newly_lost(was, failing)),
        tuple(_own_words(changed, failing)),
    )


def _documents(catalog: Catalog) -> list[SearchDocument]:
    town = catalog.first_municipality
    return documents(directory(catalog, town)) if town else []


def _moves(was: Desk, now: Desk) -> Iterator[Move]:
    """The queries whose best service is one of these services, where its rank changed; what got worse first."""
    served = {document.slug for document in (*was.documents, *now.documents)}
    judged = [one for half in HALVES for one in read(half) if served & _best(one)]
    moves = [Move(one.query, _rank(was, one), _rank(now, one)) for one in judged]
    yield from sorted(
        (move for move in moves if move.before != move.after), key=lambda one: (not one.is_lost, one.query)
    )


def _best(judgment: Judgment) -> set[str]:
    return {slug for slug, grade in judgment.grades.items() if grade == 2}


def _rank(desk: Desk, judgment: Judgment) -> int:
    ranked = desk.ranked(judgment.query)
    return next((rank for rank, slug in enumerate(ranked, 1) if slug in _best(judgment)), NOWHERE)


def _newly_lost(was: Desk, failing: Sequence[gates.LostName]) -> Iterator[gates.LostName]:
    """The names that are new, and those that led to their service before."""
    known = {(text, document.slug) for text, document in gates.names(was)}
    for one in failing:
        if (one.text, one.slug) not in known or one.slug in was.ranked(one.text)[: gates.DEPTH]:
            yield one


def _own_words(changed: Sequence[SearchDocument], failing: Sequence[gates.LostName]) -> Iterator[tuple[str, int, int]]:
    for document in changed:
        words = 1 + len(document.other_titles) + len(document.synonyms)
        yield document.slug, words - sum(one.slug == document.slug for one in failing), words
