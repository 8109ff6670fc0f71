"""What is exported is never held as a whole: memory does not grow with what is written."""

import tracemalloc
from dataclasses import replace

from plugins.catalog.published import Published
from plugins.exports import registry

MEGABYTE = 1024 * 1024


def with_services(portal: Published, number: int) -> Published:
    """The portal with so many services, all like its first one."""
    offer = portal.directory.offers[0]
    services = (offer.service.model_copy(update={"slug": f"nummer-{place}"}) for place in range(number))
    offers = tuple(replace(offer, service=service) for service in services)
    return replace(portal, directory=replace(portal.directory, offers=offers))


def streamed(portal: Published) -> tuple[int, int]:
    """How many bytes all exports have, and the most memory that was needed for them beside the portal."""
    tracemalloc.start()
    written = sum(len(piece) for file in registry.files(portal) for piece in file.pieces)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return written, peak


def test_seven_hundred_services_need_a_fraction_of_what_is_written(rurheim: Published) -> None:
    streamed(with_services(rurheim, 10))
    written, peak = streamed(with_services(rurheim, 700))
    assert written > 30 * MEGABYTE
    assert peak < written / 10


def test_no_piece_is_large(rurheim: Published) -> None:
    largest = max((len(piece), file.path) for file in registry.files(rurheim) for piece in file.pieces)
    assert largest < (128 * 1024, "")
