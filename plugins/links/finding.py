"""What one check of one address found."""

from dataclasses import dataclass

from plugins.catalog.records import LinkState


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict with its reason in German; `moves_to` is the new address that the server suggests for good."""

    state: LinkState
    note: str = ""
    moves_to: str | None = None
    reached: bool = True


class StoppedError(Exception):
    """Ends a check early; carries what was found."""

    def __init__(self, state: LinkState, note: str, *, reached: bool = True) -> None:
        super().__init__(note)
        self.finding = Finding(state, note, reached=reached)


class UnreachableError(StoppedError):
    """No answer: the name is unknown, the connection fails, or time is up."""

    def __init__(self, note: str) -> None:
        super().__init__(LinkState.BROKEN, note, reached=False)
