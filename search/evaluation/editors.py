"""How many services the words of a city's own editors find, on the imported content of that city."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from search.desk import Desk

DEPTH = 5
_LEDGER = Path(".import") / "import-report.json"


@dataclass(frozen=True, slots=True)
class EditorsQuery:
    """A word of the editors and the services it stands for."""

    query: str
    slugs: frozenset[str]


def read(path: Path, content: Path) -> list[EditorsQuery]:
    """The queries of a TSV (`query`, `relevant_ids` as „muc-1063423 muc-…“) whose services the import has brought."""
    slugs = _slugs(content)
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    queries = (EditorsQuery(row["query"], _known(row["relevant_ids"], slugs)) for row in rows)
    return [query for query in queries if query.slugs]


def recall(desk: Desk, queries: Sequence[EditorsQuery], depth: int = DEPTH) -> float:
    """The mean share of a query's services among its first hits; of more services than hits, all hits are enough."""
    shares = [_share(desk.ranked(one.query)[:depth], one.slugs) for one in queries]
    return sum(shares) / len(shares) if shares else 0.0


def lost(desk: Desk, queries: Sequence[EditorsQuery]) -> Iterator[str]:
    """Each query that finds none of its services."""
    for one in queries:
        ranked = desk.ranked(one.query)[:DEPTH]
        if not one.slugs & set(ranked):
            yield f"  „{one.query}“: es fehlt {', '.join(sorted(one.slugs))}"


def _share(ranked: Sequence[str], wanted: frozenset[str]) -> float:
    return len(wanted & set(ranked)) / min(len(wanted), DEPTH)


def _known(ids: str, slugs: dict[str, str]) -> frozenset[str]:
    numbers = (one.rpartition("-")[2] for one in ids.split())
    return frozenset(slugs[number] for number in numbers if number in slugs)


def _slugs(content: Path) -> dict[str, str]:
    """Number at the source → slug, from the ledger of the import."""
    files = json.loads((content / _LEDGER).read_text("utf-8"))["files"]
    services = (one for one in files if one["path"].startswith("services/") and one["source_id"])
    return {one["source_id"]: Path(one["path"]).stem for one in services}
