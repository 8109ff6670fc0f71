"""Bundles come from the cache while nothing changed, and carry the digest of their content in their names."""

import shutil
import threading
from pathlib import Path

import pytest

from plugins.catalog import manifest
from plugins.pages import assets
from tests.portals import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a theme of its own and the real packages."""
    folder = tmp_path / "project"
    shutil.copytree(PROJECT / "theme", folder / "theme")
    shutil.copy(PROJECT / "package-lock.json", folder)
    (folder / "node_modules").symlink_to(PROJECT / "node_modules")
    return folder


def test_a_bundle_has_styles_page_script_and_worker(project: Path, tmp_path: Path) -> None:
    files = assets.bundle(project, tmp_path / "cache")
    assert sorted(files) == ["enhance.mjs", "style.css", "worker.mjs"]
    assert b".action-box" in files["style.css"]
    assert b"@import" not in files["style.css"]


def test_a_second_call_needs_no_node(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = assets.bundle(project, tmp_path / "cache")
    monkeypatch.setattr(assets, "node", lambda: "there-is-no-node")
    assert assets.bundle(project, tmp_path / "cache") == first


def test_a_changed_component_is_bundled_anew(project: Path, tmp_path: Path) -> None:
    assets.bundle(project, tmp_path / "cache")
    with (project / "theme/components/badge/badge.css").open("a") as style:
        style.write(".kern-badge { outline: 7px solid }")
    assert b"outline:7px" in assets.bundle(project, tmp_path / "cache")["style.css"]


def test_a_damaged_cache_is_repaired(project: Path, tmp_path: Path) -> None:
    first = assets.bundle(project, tmp_path / "cache")
    kept = next((tmp_path / "cache").rglob("worker.mjs"))
    kept.unlink()
    assert assets.bundle(project, tmp_path / "cache") == first
    kept.write_bytes(b"alert(1);" + kept.read_bytes())
    assert assets.bundle(project, tmp_path / "cache") == first


def test_what_another_build_put_into_the_cache_meanwhile_stays(tmp_path: Path) -> None:
    folders = tmp_path / "working", tmp_path / "cache"
    for folder in folders:
        folder.mkdir()
        (folder / "style.css").write_text(folder.name)
        (folder / manifest.NAME).write_bytes(manifest.written(manifest.measured(folder)))
    assert assets._put_in_place(*folders) == {"style.css": b"working"}
    assert (folders[1] / "style.css").read_text() == "cache"
    assert not folders[0].exists()


def test_what_is_begun_at_once_is_the_same_and_leaves_no_thread(project: Path, tmp_path: Path) -> None:
    before = threading.active_count()
    bundling = assets.Bundling(project, tmp_path / "cache")
    assert bundling.files() == assets.bundle(project, tmp_path / "cache") == bundling.files()
    assert threading.active_count() == before


def test_what_goes_wrong_at_once_is_said_when_it_is_asked_for(project: Path, tmp_path: Path) -> None:
    (project / "node_modules").unlink()
    bundling = assets.Bundling(project, tmp_path / "cache")
    with pytest.raises(assets.AssetError, match="Die Pakete des Designs fehlen"):
        bundling.files()


def test_packages_that_are_missing_are_named_in_german(project: Path, tmp_path: Path) -> None:
    (project / "node_modules").unlink()
    with pytest.raises(
        assets.AssetError, match=r"^Die Pakete des Designs fehlen\. Richten Sie sie ein mit: make setup$"
    ):
        assets.bundle(project, tmp_path / "cache")


def test_a_style_with_a_mistake_stops_the_build_and_says_where(project: Path, tmp_path: Path) -> None:
    (project / "theme/components/badge/badge.css").write_text('@import "./missing.css";')
    with pytest.raises(assets.AssetError, match=r"(?s)Das Design ließ sich nicht bündeln:.*badge\.css"):
        assets.bundle(project, tmp_path / "cache")


def test_missing_node_is_named_in_german(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("plugins.pages.assets.sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(assets.AssetError, match=r"^Node fehlt\. Richten Sie es ein mit: make setup$"):
        assets.node()


def test_new_content_has_a_new_name() -> None:
    assert assets.hashed_name("style.css", b"a") == "assets/style-ca978112.css"
    assert assets.hashed_name("style.css", b"b") != assets.hashed_name("style.css", b"a")


def test_a_town_brings_colours_and_a_coat_of_arms() -> None:
    files = assets.of_municipality(PROJECT, "rurheim", {"style.css": b"a{}", "enhance.mjs": b""})
    assert files["style.css"].startswith(b"a{}")
    assert b"--town-accent" in files["style.css"]
    assert files["logo.svg"].startswith(b"<svg")


def test_a_town_without_a_design_takes_the_common_one() -> None:
    assert assets.of_municipality(PROJECT, "grossstadt", {"style.css": b"a{}"}) == {"style.css": b"a{}"}


@pytest.mark.parametrize(
    ("tokens", "colour"),
    [
        (":root { --town-accent: #0b5a8a; }\n@media x { :root { --town-accent: #6db7e6; } }", "#0b5a8a"),
        (":root{--town-accent:#0B5A8A}", "#0B5A8A"),
        (":root { --town-accent: teal; }", "#1f3d7a"),
        (":root { --space-1: 1px; }", "#1f3d7a"),
    ],
)
def test_the_colour_of_a_town_is_that_of_its_tokens_on_light_ground(tokens: str, colour: str, project: Path) -> None:
    (project / "theme/municipalities/rurheim/tokens.css").write_text(tokens, "utf-8")
    assert assets.accent(project, "rurheim") == colour
    assert assets.accent(project, "a-town-without-tokens") == "#1f3d7a"


def test_a_theme_without_a_colour_is_named(project: Path) -> None:
    (project / "theme/styles/tokens.css").write_text("", "utf-8")
    with pytest.raises(assets.AssetError, match=r"In theme/styles/tokens\.css fehlt die Farbe: --town-accent"):
        assets.accent(project, "a-town-without-tokens")
