"""A public portal whose home page says noindex is not written."""

import pytest

from plugins.pages.hidden import HiddenError, check

PAGE = "<!doctype html><html lang=de><head><title>Start</title>{}</head><body>noindex</body></html>"


@pytest.mark.parametrize(
    "tag",
    [
        '<meta name="robots" content="noindex, follow">',
        "<meta content=noindex name='robots'>",
        "<META NAME=robots CONTENT=NOINDEX>",
        '<meta\n  name="robots"\n  content="nofollow,noindex">',
    ],
)
def test_a_hidden_home_page_is_an_error_with_the_remedy(tag: str) -> None:
    with pytest.raises(HiddenError, match=r"^Die Startseite sagt noindex: .* PREVIEW=1 make portals$"):
        check({"index.html": PAGE.format(tag).encode()})


@pytest.mark.parametrize(
    "tag", ["", '<meta name="robots" content="max-snippet:-1">', '<meta name="keywords" content="noindex">']
)
def test_any_other_home_page_passes(tag: str) -> None:
    check({"index.html": PAGE.format(tag).encode()})


def test_other_pages_may_be_hidden() -> None:
    hidden = PAGE.format('<meta name="robots" content="noindex, follow">').encode()
    check({"index.html": PAGE.format("").encode(), "stellen/amtsgericht/index.html": hidden})
