"""What the benchmark works on and what it measures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.documents import SearchDocument

PROJECT = Path(__file__).resolve().parents[2]


class BenchmarkError(Exception):
    """Something the benchmark needs is missing or failed; says what to do."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A content folder and its services as every engine gets them."""

    name: str
    content: Path
    municipality: str
    documents: Sequence[SearchDocument]
    judged: bool = False
    """Whether the judged queries of the demo ask for these services and no others."""
    editors: Path | None = None
    """Words of the city's editors and the services they stand for."""


@dataclass(frozen=True, slots=True)
class Site:
    """What the server shows: the built portal, and in folders of their own the pages of the other engines."""

    corpus: Corpus
    folder: Path
    working: Path
    """For files nobody is shown: the documents as JSON, the pages Pagefind reads."""


@dataclass(frozen=True, slots=True)
class Build:
    """One index build in a process of its own; times in seconds, memory in bytes."""

    index: float
    """The index alone, by the program's own clock."""
    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True, slots=True)
class Answer:
    """From a keystroke to the first hit shown; time in milliseconds, `whole` with the bytes that follow the hit."""

    milliseconds: float
    sent: int
    requests: int
    whole: int


@dataclass(frozen=True, slots=True)
class Visit:
    """One citizen's way through a search page: cold, then fetched on focus, then asking again."""

    cold: Answer
    focused: Answer
    second: Answer


@dataclass(frozen=True, slots=True)
class Quality:
    """Means over queries, each between 0 and 1; None where the corpus has no such queries."""

    ndcg_10: float | None = None
    success_3: float | None = None
    zero: float | None = None
    recall_5: float | None = None


@dataclass(frozen=True, slots=True)
class Engine:
    """One search: where its page is, how its index is built, and how it is asked by a program."""

    name: str
    address: str
    build: Callable[[Site], Build]
    prepare: Callable[[Site], None]
    """Everything before and beside the index: what it reads, its page, its script."""
    rebuild: Callable[[Site], Build] | None = None
    """After an edit of one service; None where that is a whole build."""


@dataclass(frozen=True, slots=True)
class Row:
    """All that was measured of an engine."""

    engine: str
    builds: Sequence[Build]
    rebuilds: Sequence[Build]
    visits: Sequence[Visit]
    quality: Quality
