"""`ALLOW=strangers:4`: what is published knowingly, by the name of the check and how much it finds."""

from collections.abc import Collection, Mapping


def read(text: str) -> list[str]:
    """What somebody has written, with commas in between."""
    return [one.strip() for one in text.split(",") if one.strip()]


def opens(allowed: Collection[str], name: str, count: int) -> bool:
    """True when exactly so many findings are wanted: whatever comes on top nobody has seen yet."""
    return f"{name}:{count}" in allowed


def remedy(found: Mapping[str, int]) -> str:
    """How to go on when everything that was found is meant."""
    wanted = ",".join(f"{name}:{count}" for name, count in sorted(found.items()))
    return f"→ Ist das alles so gewollt? Dann zulassen mit: ALLOW={wanted} make …"
