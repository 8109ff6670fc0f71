"""A portal on loopback for every test."""

from collections.abc import Iterator

import pytest

from tests.probe.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A good portal."""
    with serving() as found:
        yield found
