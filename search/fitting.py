"""What fits to each service of a portal, told anew after an edit of a few without comparing all with all again."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from operator import is_not

from plugins.catalog.kept import Kept
from search import blocks
from search.blocks import Blocks
from search.company import Company, Fits, Peer, Worded, peer, worded
from search.documents import SearchDocument
from search.vectors import Vector

Related = Mapping[str, Sequence[str]]
"""For each slug those of the services that fit to it, best first."""

NOT_KEPT = Blocks()

Row = tuple[Peer, Worded, Vector, Vector | None]


@dataclass(frozen=True)
class Fitting:
    """To a written service fit only `written` ones, to one by rule all. `lines` is how they are kept, if they are."""

    every: Company
    written: Company
    lines: Blocks = NOT_KEPT

    @classmethod
    def of(cls, documents: Sequence[SearchDocument]) -> "Fitting":
        """These documents."""
        own = written_ones(documents)
        written = Company.of(own)
        return cls(Company.of(documents) if len(own) < len(documents) else written, written)

    def related(self) -> Related:
        """For every service."""
        every, written = self.every.fitting(self.by_rule), self.written.fitting(range(len(self.written.peers)))
        return _named(self.every, every) | _named(self.written, written)

    def edited(self, new: Iterable[SearchDocument], before: Related) -> tuple["Fitting", Related]:
        """With others in place of some written services, given what fitted to each before. Raises `MissingError`."""
        said = {one.slug: (worded(one), peer(one)) for one in new}
        written, moved = self.written.edited(*_placed(self.written, said))
        related = _again(written, range(len(written.peers)), before, moved)
        every = written
        if self.by_rule:
            every, moved = self.every.edited(*_placed(self.every, said))
            related = _again(every, self.by_rule, before, moved) | related
        found = Fitting(every, written)
        lines = self.lines.replaced(found._other_lines(self)) if self.lines.names else self.lines
        return replace(found, lines=lines), {**before, **related}

    @cached_property
    def by_rule(self) -> Sequence[int]:
        """The places of the services by rule, among all."""
        return [place for place, peer in enumerate(self.every.peers) if peer.is_by_rule]

    def _other_lines(self, before: "Fitting") -> dict[int, bytes]:
        """The lines that are not as they were, by their places."""
        pairs = zip(self._rows(), before._rows(), strict=True)
        return {place: _line(*now) for place, (now, then) in enumerate(pairs) if any(map(is_not, now, then))}

    def _rows(self) -> Iterator[Row]:
        """Of each service what it is, its words, what its terms weigh among all and among the written."""
        among_written = iter(self.written.weighed)
        for one, said, weights in zip(self.every.peers, self.every.worded, self.every.weighed, strict=True):
            yield one, said, weights, None if one.is_by_rule else next(among_written)

    def kept(self, kept: Kept) -> bytes:
        """Keep the lines; the rest as bytes behind the names of what they are kept in."""
        lines = self.lines if self.lines.names else Blocks.of([_line(*row) for row in self._rows()])
        stems = (" ".join(sorted(company.stems)).encode() for company in (self.every, self.written))
        return b"\n".join([lines.put(kept), *stems])


def written_ones(documents: Iterable[SearchDocument]) -> list[SearchDocument]:
    """Without those by rule."""
    return [document for document in documents if not document.is_by_rule]


def fitting_from(data: bytes, kept: Kept) -> Fitting:
    """What was kept. Raises `MissingError`."""
    lines, rest = blocks.named(data, kept)
    of_every, of_written = (frozenset(stems.decode().split(" ")) for stems in rest.split(b"\n"))
    rows = [*map(_row, lines)]
    every = Company([row[0] for row in rows], [row[1] for row in rows], of_every, [row[2] for row in rows])
    if not any(peer.is_by_rule for peer in every.peers):
        return Fitting(every, every, lines)
    own = [row for row in rows if row[3] is not None]
    weighed = [row[3] or {} for row in own]
    return Fitting(every, Company([row[0] for row in own], [row[1] for row in own], of_written, weighed), lines)


def _placed(company: Company, said: Mapping[str, tuple[Worded, Peer]]) -> tuple[dict[int, Worded], dict[int, Peer]]:
    found = {place: said[one.slug] for place, one in enumerate(company.peers) if one.slug in said}
    return {place: words for place, (words, _) in found.items()}, {place: one for place, (_, one) in found.items()}


def _again(company: Company, asked: Iterable[int], before: Related, moved: Set[int]) -> dict[str, tuple[str, ...]]:
    """What fits to those asked for now, by their names; before it was something else for some at most."""
    places = {peer.slug: place for place, peer in enumerate(company.peers)}
    fitted = {place: tuple(map(places.__getitem__, before[company.peers[place].slug])) for place in asked}
    return _named(company, company.fitting_again(fitted, moved))


def _named(company: Company, fitting: Mapping[int, Fits]) -> dict[str, tuple[str, ...]]:
    peers = company.peers
    return {peers[place].slug: tuple(peers[other].slug for other in fits) for place, fits in fitting.items()}


def _line(peer: Peer, said: Worded, weights: Vector, among_written: Vector | None) -> bytes:
    """What weighs the same among the written is not written twice."""
    return json.dumps([peer, said, weights, None if among_written == weights else among_written]).encode()


def _row(line: bytes) -> Row:
    (slug, topics, audience, is_by_rule), said, weights, among_written = json.loads(line)
    peer = Peer(slug, tuple(topics), tuple(audience), is_by_rule)
    return peer, tuple(said), weights, None if is_by_rule else among_written or weights
