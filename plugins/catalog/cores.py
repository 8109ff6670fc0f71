"""How many processor cores there are to work with."""

import os


def cores() -> int:
    """So many processor cores may this process use, where the system says so; else all of the machine."""
    allowed = getattr(os, "sched_getaffinity", None)
    return len(allowed(0)) if allowed else os.cpu_count() or 1
