"""The search of the browser at the desk: documents beside the index made of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from search import browser_index, ranking
from search.documents import SearchDocument
from search.ranking import Searchable


@dataclass(frozen=True, slots=True)
class Desk:
    """The documents and their index, read the way the browser reads it."""

    documents: Sequence[SearchDocument]
    searchable: Searchable
    today: str = ""

    @classmethod
    def of(cls, documents: Sequence[SearchDocument], today: str = "") -> "Desk":
        """Build the index of these documents and open it; on a day, an ISO date, what is over comes last."""
        return cls(documents, browser_index.load(browser_index.build(documents)), today)

    def best(self, query: str) -> list[tuple[SearchDocument, float]]:
        """The ten best documents with their scores."""
        hits = ranking.hits(self.searchable, query, today=self.today)
        return [(self.documents[hit.position], hit.score) for hit in hits]

    def ranked(self, query: str) -> list[str]:
        """The slugs of the ten best documents."""
        return [document.slug for document, _ in self.best(query)]

    def without_synonyms(self) -> "Desk":
        """The same services without the words of the people."""
        return Desk.of([replace(document, synonyms=()) for document in self.documents], self.today)
