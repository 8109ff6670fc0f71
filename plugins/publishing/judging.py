"""The gates one after the other: what they saw, what they hold back, what was overridden knowingly."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from plugins.catalog.printing import visible
from plugins.publishing.errors import PublishError, RefusedError
from plugins.publishing.gates import Gate, Sight, gates

_SHOWN = 20
"""So many sentences of one gate are printed; the number of the others is said."""


def checked_names(allowed: Collection[str]) -> frozenset[str]:
    """The names of gates, as `ALLOW` has them. Raises `RefusedError` for one that no gate has."""
    known = [gate.name for gate in gates()]
    if unknown := sorted(set(allowed) - set(known)):
        raise RefusedError(f"ALLOW={unknown[0]}: So heißt keine Prüfung. Möglich sind: {', '.join(known)}.")
    return frozenset(allowed)


def judged(sight: Sight, allowed: Collection[str], among: Iterable[Gate] | None = None) -> Mapping[str, Sequence[str]]:
    """Ask all gates, print what they say; what was overridden, by gate. Raises `PublishError` when one is closed."""
    overridden, closed = {}, []
    for gate in gates() if among is None else among:
        found = list(gate.check(sight))
        print(visible(_line(gate, sight, is_open=not found)), flush=True)
        if found and gate.name in allowed:
            overridden[gate.name] = found
            _explain(found, f"Das ist mit ALLOW={gate.name} zugelassen.")
        elif found:
            closed.append(gate.name)
            _explain(found, f"Ist es so gewollt? Dann zulassen mit: ALLOW={','.join(sorted({*allowed, gate.name}))}")
    if closed:
        raise PublishError(f"Nicht veröffentlicht wegen: {', '.join(closed)}.")
    return overridden


def _line(gate: Gate, sight: Sight, *, is_open: bool) -> str:
    return f"  {'✓' if is_open else '✗'} {gate.title} ({gate.name}) – gesehen: {gate.seen(sight)}"


def _explain(found: Sequence[str], remedy: str) -> None:
    more = len(found) - _SHOWN
    lines = [*found[:_SHOWN], *([f"… und {more} weitere"] if more > 0 else []), f"→ {remedy}"]
    print("\n".join(f"      {visible(line)}" for line in lines), flush=True)
