"""Search engines may be told of pages that changed since the last release and may be listed."""

import json
from pathlib import Path

import pytest

from plugins.metadata.sitemap import Page, sitemaps
from plugins.publishing.news import remember
from plugins.publishing.tree import Tree
from tests.publishing.conftest import put

URL = "https://service.x.example/portal"
KEY = "12345678"


def portal(folder: Path, *listed: str, **texts: str) -> Tree:
    """A portal below a path of its server, whose sitemap lists some of its pages."""
    files = {f"{name}/index.html": text.encode() for name, text in texts.items()}
    machines = sitemaps(URL, [Page(f"{URL}/{name}/") for name in listed])
    files |= {address.lstrip("/"): data for address, data in machines}
    return Tree.of(put(folder, files | {f"{KEY}.txt": KEY.encode()}))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home.d"


def waiting(home: Path) -> list[str]:
    found: list[str] = json.loads(home.with_name("home.d.indexnow.json").read_text("utf-8"))["addresses"]
    return found


def test_of_the_first_release_all_listed_pages_are_news(tmp_path: Path, home: Path) -> None:
    new = portal(tmp_path / "new", "a", "b", a="1", b="1", hidden="1")
    assert remember(home, URL, KEY, new, None) == (
        "Geänderte Seiten, die Suchmaschinen noch nicht kennen: 2. "
        f"Melden: make ping FILE={home}.indexnow.json TO=https://<Suchmaschine>/indexnow"
    )
    assert waiting(home) == [f"{URL}/a/", f"{URL}/b/"]


def test_of_the_next_what_is_new_or_other_and_what_waits(tmp_path: Path, home: Path) -> None:
    old = portal(tmp_path / "old", "a", "b", a="1", b="1", c="1")
    new = portal(tmp_path / "new", "a", "b", "c", a="1", b="2", c="1")
    newer = portal(tmp_path / "newer", "a", "b", "c", a="2", b="2", c="1")
    assert remember(home, URL, KEY, new, old)
    assert waiting(home) == [f"{URL}/b/"]
    assert remember(home, URL, KEY, newer, new)
    assert waiting(home) == [f"{URL}/a/", f"{URL}/b/"]


def test_without_a_change_or_without_a_key_there_is_nothing_to_tell(tmp_path: Path, home: Path) -> None:
    new = portal(tmp_path / "new", "a", a="1")
    assert remember(home, URL, KEY, new, new) == ""
    assert remember(home, URL, "", new, None) == ""
    assert remember(home, URL, "another-key", new, None) == ""
    assert list(tmp_path.glob("*.json")) == []
