"""Pages leave things behind that hold each other; a build of thousands does not keep them."""

import gc
import weakref

from plugins.pages.garbage import YOUNG, swept


class Thing:
    """It holds itself, and some room."""

    def __init__(self) -> None:
        self.itself = self


def left_of(things: int) -> int:
    made = [weakref.ref(Thing()) for _ in range(things)]
    return sum(ref() is not None for ref in made)


def test_what_holds_itself_goes_while_more_is_made() -> None:
    with swept():
        assert left_of(4 * YOUNG) < 2 * YOUNG


def test_afterwards_all_is_as_it_was() -> None:
    before = gc.isenabled(), gc.get_threshold()
    gc.disable()
    with swept():
        assert gc.isenabled()
    assert not gc.isenabled()
    assert gc.get_threshold() == before[1]
    if before[0]:
        gc.enable()
