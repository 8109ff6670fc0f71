"""All gates before a release: what each has seen, what it holds back, and how it is opened knowingly."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from plugins.catalog import allowing
from plugins.catalog.printing import visible
from plugins.publishing.counting import number
from plugins.publishing.errors import RefusedError
from plugins.publishing.gates import Gate, Sight, gates

_SHOWN = 5
"""So many sentences of one gate are printed; the number of the others is said."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one gate says; `is_opened` where somebody has allowed beforehand what it found."""

    gate: Gate
    seen: str
    findings: tuple[str, ...] = ()
    is_opened: bool = False

    @property
    def passes(self) -> bool:
        """True when nothing was found, or it is wanted."""
        return not self.findings or self.is_opened

    def lines(self) -> Iterator[str]:
        """`✓ Jede Leistung hat ihre Seite: 694 Leistungen`, below it the findings."""
        sign = "–" if self.findings and self.is_opened else "✗" if self.findings else "✓"
        yield visible(f"{sign} {self.gate.title}: {self.seen}")
        yield from (visible(f"    {finding}") for finding in self.findings[:_SHOWN])
        if len(self.findings) > _SHOWN:
            yield f"    … und {number(len(self.findings) - _SHOWN)} weitere"


@dataclass(frozen=True, slots=True)
class Report:
    """The verdicts of all gates, in the order of their names."""

    verdicts: tuple[Verdict, ...]

    @property
    def passes(self) -> bool:
        """True when the portal may be published."""
        return not self.closed

    @property
    def closed(self) -> tuple[str, ...]:
        """The names of the gates that hold something back."""
        return tuple(one.gate.name for one in self.verdicts if not one.passes)

    @property
    def overridden(self) -> Mapping[str, Sequence[str]]:
        """What gates have found that were opened knowingly, by their names."""
        return {one.gate.name: one.findings for one in self.verdicts if one.findings and one.is_opened}

    def lines(self) -> Iterator[str]:
        """One line per gate with what it saw; at the end how to publish nevertheless."""
        for verdict in self.verdicts:
            yield from verdict.lines()
        if self.closed:
            yield allowing.remedy({one.gate.name: len(one.findings) for one in self.verdicts if one.findings})


def look(sight: Sight, allowed: Collection[str] = (), among: Iterable[Gate] | None = None) -> Report:
    """Ask every gate; `allowed` says how much which may find: `page-loss:2`."""
    return Report(tuple(_verdict(gate, sight, allowed) for gate in (gates() if among is None else among)))


def check_names(allowed: Collection[str]) -> None:
    """Raise `RefusedError` for a name that no gate has; says which there are."""
    known = [gate.name for gate in gates()]
    if unknown := sorted(one for one in allowed if one.partition(":")[0] not in known):
        raise RefusedError(f"ALLOW={unknown[0]}: So heißt keine Prüfung. Möglich sind: {', '.join(known)}.")


def _verdict(gate: Gate, sight: Sight, allowed: Collection[str]) -> Verdict:
    """A gate that fails itself has looked at nothing, so nobody can know that all is well: it stays closed."""
    try:
        seen, findings = gate.seen(sight), tuple(gate.check(sight))
    except Exception as error:
        seen, findings = "abgebrochen", (f"Die Prüfung selbst ist gescheitert: {error!r}",)
    return Verdict(gate, seen, findings, allowing.opens(allowed, gate.name, len(findings)))
