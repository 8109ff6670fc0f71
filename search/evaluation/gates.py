"""What must hold before a change of the search goes in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search import analysis, query
from search.desk import Desk
from search.documents import SearchDocument
from search.evaluation.report import Figures

DEPTH = 3
"""A title or synonym must lead to its service among so many hits."""


@dataclass(frozen=True, slots=True)
class Targets:
    """The least a run must reach, and the share of queries that may find nothing."""

    ndcg_10: float
    success_3: float = 0.0
    zero: float = 1.0


WITH_SYNONYMS = Targets(ndcg_10=0.82, success_3=0.92, zero=0.01)
WITHOUT_SYNONYMS = Targets(ndcg_10=0.72)


def broken(name: str, measured: Figures, targets: Targets) -> Iterator[str]:
    """A sentence for each target that a run misses."""
    if measured.ndcg_10 < targets.ndcg_10:
        yield f"{name}: nDCG@10 ist {measured.ndcg_10:.3f}, verlangt ist mindestens {targets.ndcg_10:.2f}"
    if measured.success_3 < targets.success_3:
        yield f"{name}: Erfolg@3 ist {measured.success_3:.3f}, verlangt ist mindestens {targets.success_3:.2f}"
    if measured.zero > targets.zero:
        yield f"{name}: {measured.zero:.1%} finden nichts, erlaubt ist höchstens {targets.zero:.0%}"


@dataclass(frozen=True, slots=True)
class LostName:
    """A title or synonym that does not lead to its service; `place` says in German where the service stands."""

    text: str
    slug: str
    place: str

    def __str__(self) -> str:
        return f"„{self.text}“ führt nicht zu {self.slug} ({self.place})"


def lost_names(desk: Desk) -> Iterator[LostName]:
    """Each title or synonym that does not lead to its service.

    A synonym that more than three services share need only lead to one of them. A name that is longer than what a
    query is read of cannot be asked for.
    """
    sharing = _sharing(desk)
    for text, document in names(desk):
        if not query.is_read_whole(text):
            continue
        owners = sharing[_key(text)]
        enough = owners if len(owners) > DEPTH else {document.slug}
        ranked = desk.ranked(text)
        if not enough & set(ranked[:DEPTH]):
            place = f"Platz {ranked.index(document.slug) + 1}" if document.slug in ranked else "nicht unter zehn"
            yield LostName(text, document.slug, place)


def names(desk: Desk) -> Iterator[tuple[str, SearchDocument]]:
    """Every title and synonym with its service."""
    for document in desk.documents:
        yield from ((text, document) for text in (document.title, *document.other_titles, *document.synonyms))


def _sharing(desk: Desk) -> Mapping[frozenset[str], set[str]]:
    """Which services have a name of the same words."""
    sharing: dict[frozenset[str], set[str]] = {}
    for text, document in names(desk):
        sharing.setdefault(_key(text), set()).add(document.slug)
    return sharing


def _key(text: str) -> frozenset[str]:
    return frozenset(analysis.terms(text))
