"""Words that say nothing about a service. The browser gets the same list inside the index file."""

from pathlib import Path

from search.analysis.folding import fold
from search.analysis.splitting import split


def _read(path: Path) -> frozenset[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(fold(word) for line in lines if not line.startswith("#") for word in split(line))


STOPWORDS = _read(Path(__file__).parent / "words" / "stopwords.txt")
"""Folded stop words from `words/stopwords.txt`."""
