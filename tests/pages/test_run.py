"""`pelican` as an operator meets it: exit codes, messages, and what is left in the output folder."""

import hashlib
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.portals import PROJECT, TINY_DAY, pelican, pelican_in

SERVICE = "services/gewerbe-anmelden.md"


@pytest.fixture(autouse=True)
def _on_the_first_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the tiny country's content."""
    return shutil.copytree(PROJECT / "tests" / "world" / "content", tmp_path / "content")


@pytest.fixture
def output(tmp_path: Path, content: Path) -> Path:
    """What a first build of it wrote."""
    folder = tmp_path / "output"
    assert pelican(CONTENT=content, OUTPUT=folder, MUNICIPALITY="grossstadt").returncode == 0
    return folder


def files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def five_mistakes(content: Path) -> None:
    """Five files, each wrong in a way that stock Pelican builds without a word, or not at all."""
    replace(content / SERVICE, "level: municipal", "level: everywhere")
    replace(content / "services/hund-anmelden.md", "reviewed_on: 2026-10-20", "reviewed_on: 20.13.2026")
    replace(content / "services/kiosk-anmelden.md", "## Hinweise", "## Hinweisse")
    replace(content / "services/gruenschnitt-abgeben.md", "topics: [", "topics: [gibt-es-nicht, ")
    (content / "services/personalausweis-beantragen.md").write_bytes("---\ntitle: Müll\n---\n".encode("latin-1"))


def test_another_text_of_a_service_changes_its_page_and_the_search_files_and_no_other_page(
    content: Path, output: Path
) -> None:
    before = files(output)
    with (content / SERVICE).open("a", encoding="utf-8") as service:
        service.write("\n## Volltext\n\nBringen Sie Ihre Steuernummer mit.\n")
    pelican(CONTENT=content, OUTPUT=output, MUNICIPALITY="grossstadt")
    changed = {name for name, digest in files(output).items() if before.get(name) != digest} - {".manifest"}
    assert {re.sub("search-[0-9a-f]{8}", "search-digest", name) for name in changed} == {
        "_headers",
        "assets/search-digest/index.bin",
        "assets/search-digest/titles.de-simple.json",
        "assets/search-digest/titles.en.json",
        "assets/search.json",
        "leistungen/gewerbe-anmelden/index.html",
    }


def test_five_mistakes_are_five_messages_and_the_old_output_stays(content: Path, output: Path) -> None:
    before = files(output)
    five_mistakes(content)
    done = pelican(CONTENT=content, OUTPUT=output)
    assert done.returncode == 1
    named = [line for line in done.stderr.splitlines() if "  [" in line and "Hinweis:" not in line]
    assert [line.split("/content/")[1].split(":")[0] for line in named] == [
        "services/gewerbe-anmelden.md",
        "services/gruenschnitt-abgeben.md",
        "services/hund-anmelden.md",
        "services/kiosk-anmelden.md",
        "services/personalausweis-beantragen.md",
    ]
    assert done.stderr.splitlines()[-1].startswith("5 Fehler, ")
    assert files(output) == before


def test_nothing_is_written_where_nothing_was(content: Path, tmp_path: Path) -> None:
    five_mistakes(content)
    assert pelican(CONTENT=content, OUTPUT=tmp_path / "new").returncode == 1
    assert not (tmp_path / "new").exists()


def test_a_file_in_another_encoding_is_an_error_with_its_place(content: Path, tmp_path: Path) -> None:
    (content / SERVICE).write_bytes((content / SERVICE).read_text("utf-8").encode("latin-1", "replace"))
    done = pelican(CONTENT=content, OUTPUT=tmp_path / "new")
    assert done.returncode == 1
    assert "gewerbe-anmelden.md:" in done.stderr
    assert "Die Datei ist nicht in UTF-8 gespeichert, vermutlich in Windows-1252  [encoding]" in done.stderr


def test_an_unknown_town_is_answered_with_the_known_ones(content: Path, tmp_path: Path) -> None:
    done = pelican(CONTENT=content, OUTPUT=tmp_path / "new", MUNICIPALITY="nirgendwo")
    assert done.returncode == 1
    assert "Den Ort „nirgendwo“ gibt es nicht  [municipality]" in done.stderr
    assert "→ Möglich sind: grossstadt, kleinstadt, kreis-muster." in done.stderr


def test_without_a_wish_the_first_town_is_built(content: Path, tmp_path: Path) -> None:
    done = pelican(CONTENT=content, OUTPUT=tmp_path / "new")
    assert done.returncode == 0
    assert done.stdout.startswith("Stadt Großstadt: 11 Leistungen, ")


def test_a_kreis_can_be_built_too(content: Path, tmp_path: Path) -> None:
    done = pelican(CONTENT=content, OUTPUT=tmp_path / "new", MUNICIPALITY="kreis-muster")
    assert done.stdout.startswith("Kreis Muster: ")
    assert (tmp_path / "new" / "leistungen" / "fahrzeug-zulassen" / "index.html").is_file()


def test_a_second_build_writes_nothing(content: Path, output: Path) -> None:
    done = pelican(CONTENT=content, OUTPUT=output, MUNICIPALITY="grossstadt")
    assert "; 0 Dateien geschrieben, 0 entfernt (" in done.stdout


def test_a_removed_service_disappears_and_strange_files_stay(content: Path, output: Path) -> None:
    (output / "robots.txt").write_text("mine")
    (output / "leistungen" / "kiosk-anmelden" / "notes.txt").write_text("mine")
    (content / "services/kiosk-anmelden.md").unlink()
    (content / "services/fahrzeug-zulassen.md").unlink()
    replace(content / "municipalities/kreis-muster/municipality.yaml", "popular: [fahrzeug-zulassen]\n", "")
    done = pelican(CONTENT=content, OUTPUT=output, MUNICIPALITY="grossstadt")
    assert done.returncode == 0, done.stderr
    assert not (output / "leistungen/kiosk-anmelden/index.html").exists()
    assert not (output / "leistungen/fahrzeug-zulassen").exists()
    assert (output / "leistungen/kiosk-anmelden/notes.txt").read_text() == "mine"
    assert (output / "robots.txt").read_text() == "mine"


def test_in_public_every_page_has_its_own_absolute_address(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    done = pelican(
        "--settings", "publishconf.py", CONTENT=content, OUTPUT=output, SITEURL="https://service.grossstadt.example/"
    )
    assert done.returncode == 0, done.stderr
    page = BeautifulSoup((output / "leistungen/hund-anmelden/en/index.html").read_text("utf-8"), "html.parser")
    root = "https://service.grossstadt.example/leistungen/hund-anmelden/"
    assert [tag["href"] for tag in page.find_all("link", rel="canonical")] == [f"{root}en/"]
    alternates = {str(tag["hreflang"]): tag["href"] for tag in page.find_all("link", rel="alternate", hreflang=True)}
    assert alternates == {"de": root, "en": f"{root}en/", "de-simple": f"{root}de-simple/", "x-default": root}


def test_the_pattern_page_is_for_local_work_only(content: Path, output: Path, tmp_path: Path) -> None:
    assert (output / "muster" / "index.html").is_file()
    public = tmp_path / "public"
    pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=public, SITEURL="https://service.x.example")
    assert (public / "index.html").is_file()
    assert not (public / "muster").exists()


def test_a_portal_may_live_in_a_folder_of_its_server(content: Path, tmp_path: Path) -> None:
    output = tmp_path / "public"
    pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=output, SITEURL="https://www.x.example/service")
    page = BeautifulSoup((output / "leistungen/hund-anmelden/index.html").read_text("utf-8"), "html.parser")
    own = {str(tag["href"]) for tag in page.find_all(["a", "link"], href=True) if str(tag["href"]).startswith("/")}
    assert own
    assert [address for address in own if not address.startswith("/service/")] == []
    assert [str(tag["href"]) for tag in page.find_all("link", rel="canonical")] == [
        "https://www.x.example/service/leistungen/hund-anmelden/"
    ]


def test_missing_packages_of_the_theme_are_named_in_german(tmp_path: Path, content: Path) -> None:
    project = copy_of_the_project(tmp_path / "project")
    done = pelican_in(project, CONTENT=content, OUTPUT=tmp_path / "new")
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == "Die Pakete des Designs fehlen. Richten Sie sie ein mit: make setup"
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "new").exists()


def copy_of_the_project(folder: Path) -> Path:
    """What a build needs, without the packages of the theme."""
    for name in ("plugins", "search", "theme"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pelicanconf.py", "publishconf.py", "package-lock.json"):
        shutil.copy(PROJECT / name, folder)
    assert not os.path.lexists(folder / "node_modules")
    return folder


@pytest.mark.parametrize("address", ["service.x.example", "http://service.x.example", "https://service.x.example/?a=b"])
def test_a_public_address_is_a_full_https_address(address: str, content: Path, tmp_path: Path) -> None:
    done = pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=tmp_path / "public", SITEURL=address)
    assert done.returncode == 1
    assert "SITEURL: " in done.stderr
    assert "Beispiel: SITEURL=https://service.meine-stadt.example" in done.stderr
    assert not (tmp_path / "public").exists()


def test_without_a_public_address_nothing_is_published(content: Path, tmp_path: Path) -> None:
    done = pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=tmp_path / "public")
    assert done.returncode == 1
    assert "Die öffentliche Adresse fehlt" in done.stderr


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    done = pelican(CONTENT=tmp_path / "nowhere", OUTPUT=tmp_path / "output")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("Geben Sie den Ordner der Inhalte an: CONTENT=…")


def test_a_page_folder_deleted_by_hand_does_not_stop_the_next_build(content: Path, output: Path) -> None:
    shutil.rmtree(output / "leistungen" / "kiosk-anmelden")
    (content / "services" / "kiosk-anmelden.md").unlink()
    done = pelican(CONTENT=content, OUTPUT=output, MUNICIPALITY="grossstadt")
    assert done.returncode == 0, done.stderr


def test_a_service_for_a_time_says_until_when(content: Path, output: Path) -> None:
    replace(content / SERVICE, "review_by: 2027-10-10", "review_by: 2027-10-10\nvalid_until: 2026-12-31")
    assert pelican(CONTENT=content, OUTPUT=output, MUNICIPALITY="grossstadt").returncode == 0
    page = BeautifulSoup((output / "leistungen/gewerbe-anmelden/index.html").read_text("utf-8"), "html.parser")
    assert "Diese Leistung gibt es bis zum 31.12.2026." in page.get_text()


HIDDEN = '<meta name="robots" content="noindex, nofollow">'


def hidden(folder: Path) -> set[str]:
    """The pages that ask search engines to stay away and to follow no link."""
    pages = (page for page in folder.rglob("*.html") if HIDDEN in page.read_text("utf-8"))
    return {page.relative_to(folder).as_posix() for page in pages}


def html_files(folder: Path) -> set[str]:
    return {page.relative_to(folder).as_posix() for page in folder.rglob("*.html")}


def test_a_preview_asks_search_engines_to_stay_away_on_every_page(content: Path, tmp_path: Path) -> None:
    assert pelican(CONTENT=content, OUTPUT=tmp_path / "preview", PORTALS="1", PREVIEW="1").returncode == 0
    assert hidden(tmp_path / "preview") == html_files(tmp_path / "preview")


def test_without_a_public_address_search_engines_stay_away_too(output: Path) -> None:
    assert hidden(output) == html_files(output)


def test_a_preview_is_not_published(content: Path, tmp_path: Path) -> None:
    address, output = "https://service.x.example", tmp_path / "public"
    done = pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=output, SITEURL=address, PREVIEW=1)
    assert done.returncode == 1
    assert done.stderr.strip() == (
        "PREVIEW=1 verbirgt jede Seite vor Suchmaschinen; so wird nichts veröffentlicht. Lassen Sie PREVIEW weg."
    )
    assert not output.exists()


def test_a_template_that_hides_the_home_page_publishes_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "home.html").write_text('<title>x</title><meta name="robots" content="noindex">')
    own = json.dumps([str(tmp_path / "own"), str(PROJECT / "theme")])
    settings = ("--settings", "publishconf.py", "--extra-settings", f"THEME_TEMPLATES_OVERRIDES={own}")
    done = pelican(*settings, CONTENT=content, OUTPUT=tmp_path / "public", SITEURL="https://service.x.example")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("Die Startseite sagt noindex: ")
    assert not (tmp_path / "public").exists()


def test_in_public_no_page_is_hidden_for_being_local(content: Path, tmp_path: Path) -> None:
    public = tmp_path / "public"
    pelican("--settings", "publishconf.py", CONTENT=content, OUTPUT=public, SITEURL="https://service.x.example")
    assert html_files(public)
    assert hidden(public) == set()
