"""What a build leaves behind while it goes on: looked for among what is new, never among what lives as long as it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, NEVER = 10_000, 1_000_000


@contextmanager
def swept() -> Iterator[None]:
    """For what makes thousands of things that hold each other, such as a page with a macro of its own."""
    usual, was_on = gc.get_threshold(), gc.isenabled()
    gc.set_threshold(YOUNG, NEVER)
    gc.enable()
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        if not was_on:
            gc.disable()
