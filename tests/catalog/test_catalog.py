"""A whole folder: nothing is missed, nothing is silently left out, and the command says so with its exit code."""

import datetime
import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalog import files
from plugins.catalog.__main__ import main
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.files import content_files
from plugins.catalog.records import Form, Law, Municipality, Office, Page, Portal, Service, Topic, Translation
from plugins.catalog.today import berlin_today
from tests.conftest import CONTENT, Draft, said

DOG = "services/hund-anmelden.md"


def test_the_tiny_country_has_no_problems(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793530800")
    assert main(["check", str(CONTENT)]) == 0
    assert capsys.readouterr().out == "Keine Fehler.\n11 Dienstleistungen, 49 Dateien geprüft.\n"


def test_every_file_of_the_tiny_country_is_a_record(world: Catalog) -> None:
    assert len(world.records) == sum(1 for file in CONTENT.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    ("model", "count"),
    [
        (Service, 11),
        (Translation, 2),
        (Topic, 6),
        (Portal, 3),
        (Form, 2),
        (Law, 4),
        (Page, 3),
        (Municipality, 3),
        (Office, 12),
    ],
)
def test_records_are_told_apart_by_their_folder(world: Catalog, model: type[Service], count: int) -> None:
    assert len(world.all(model)) == count


def test_records_are_found_by_name(world: Catalog) -> None:
    assert world.portals["steuerportal"].title == "Steuerportal"
    assert world.forms["", "hund-anmelden"].minutes == 5
    assert world.laws["gewo"].abbreviation == "GewO"
    assert world.offices["grossstadt", "bauaufsicht"].name == "Bauaufsicht der Stadt Großstadt"
    assert world.offices["", "finanzamt"].municipality == ""


def test_topics_and_pages_have_an_order_of_their_own(world: Catalog) -> None:
    assert world.topics[0].slug == "umzug"
    assert [page.slug for page in world.pages] == ["impressum", "barrierefreiheit", "hilfe"]


def test_files_are_read_in_a_fixed_order(world: Catalog) -> None:
    paths = [outline.path for outline in world.outlines]
    files = [file.relative_to(CONTENT).as_posix() for file in content_files(CONTENT)]
    assert paths == [file for file in files if "media/" not in file]
    assert paths[0].startswith("forms/")


def test_hidden_files_are_no_content(write: Draft) -> None:
    assert write(".git/config", "x") == []
    assert write("services/.hund.md.swp", b"\xff") == []


@pytest.mark.parametrize("name", ["Thumbs.db", "services/.DS_Store", "services/a.md~", "topics/a.swp", "desktop.ini"])
def test_what_programs_leave_behind_is_no_content(write: Draft, name: str) -> None:
    assert write(name, b"\xff") == []


@pytest.mark.parametrize("name", ["README.md", "LICENSE", "SOURCE.txt", "services/README.md", "pages/readme.md"])
def test_a_note_in_the_folder_is_only_a_hint(write: Draft, name: str) -> None:
    assert said(write(name, "Notiz")) == [f"content/{name}:1:1: Hinweis: Diese Datei wird nicht veröffentlicht  [file]"]


@pytest.mark.parametrize(
    "name",
    ["hund.md", "services/hund.txt", "services/tiere/hund.md", "services/hund.fr.md", "topics/hund.md", "x.html"],
)
def test_a_file_that_belongs_nowhere_is_an_error(write: Draft, name: str) -> None:
    assert said(write(name, "x")) == [
        f"content/{name}:1:1: Diese Datei gehört zu keinem Ordner der Inhalte  [file]"
        " → Dienstleistungen liegen als services/<name>.md, andere Angaben als <ordner>/<name>.yaml."
    ]


def test_a_linked_folder_is_an_error_and_is_not_entered(write: Draft) -> None:
    (write.folder / "extra").symlink_to("/etc")
    assert said(write.problems()) == [
        "content/extra:1:1: Diese Datei gehört zu keinem Ordner der Inhalte  [file]"
        " → Dienstleistungen liegen als services/<name>.md, andere Angaben als <ordner>/<name>.yaml."
    ]


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    _, problems = load(tmp_path)
    assert said(problems) == [
        f"content: Im Ordner {tmp_path} sind keine Inhalte  [file] → Geben Sie den Ordner an: CONTENT=…"
    ]


@pytest.mark.parametrize(
    "path", ["services/gewerbe-ummelden.md", "topics/gewerbe.yaml", "laws/gewo.yaml", "pages/hilfe.md"]
)
def test_a_broken_file_is_reported_once_and_not_by_all_that_name_it(write: Draft, path: str) -> None:
    (found,) = write(path, "title: [")
    assert (found.place.path, found.rule) == (path, "yaml")


def latin_1(write: Draft) -> str:
    write(DOG, (write.folder / DOG).read_bytes().decode().encode("latin-1"))
    return f"content/{DOG}:17:14: Die Datei ist nicht in UTF-8 gespeichert, vermutlich in Windows-1252  [encoding]"


def duplicate_key(write: Draft) -> str:
    write.change(DOG, "level: municipal", "level: municipal\ntitle: Katze anmelden")
    return f"content/{DOG}:5:1: „title“ steht zweimal da, zuerst in Zeile 2  [yaml]"


def slug_clash(write: Draft) -> str:
    write("services/Hund_anmelden.md", (write.folder / DOG).read_bytes())
    return f"content/{DOG}:1:1: Hat dieselbe Adresse wie services/Hund_anmelden.md  [url-collision]"


def wrong_date(write: Draft) -> str:
    write.change(DOG, "review_by: 2027-10-20", "review_by: 2027-13-20")
    return f"content/{DOG}:14:12: Wieder prüfen bis: „2027-13-20“ ist kein Datum  [value]"


@pytest.mark.parametrize("mistake", [latin_1, duplicate_key, slug_clash, wrong_date])
def test_a_mistake_is_a_message_and_exit_1_never_a_traceback_never_a_missing_page(
    write: Draft, capsys: pytest.CaptureFixture[str], mistake: Callable[[Draft], str]
) -> None:
    message = mistake(write).replace("content/", f"{write.folder}/", 1)
    assert main(["check", str(write.folder)]) == 1
    printed = capsys.readouterr()
    assert message in printed.out.splitlines()
    assert printed.err == ""


def test_all_five_mistakes_together_give_all_five_messages(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    dog = (write.folder / DOG).read_bytes()
    write("services/a.md", dog.decode().encode("latin-1"))
    write("services/b.md", dog.replace(b"level:", b"title: x\nlevel:"))
    write("services/c.md", dog.replace(b"review_by: 2027-10-20", b"review_by: 2027-13-20"))
    write("services/d.md", dog.replace(b"title: Hund anmelden\n", b""))
    write("services/Hund-anmelden.md", dog)
    assert main(["check", str(write.folder)]) == 1
    printed = capsys.readouterr().out
    for rule in ("[encoding]", "[yaml]", "[value]", "[missing]", "[url-collision]"):
        assert rule in printed


def test_a_file_name_that_is_not_utf_8_is_a_message(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    source = os.fsencode(write.folder) + b"/services/"
    os.rename(source + b"hund-anmelden.md", source + b"hund-\xfcber.md")  # noqa: PTH104
    assert main(["check", str(write.folder)]) == 1
    assert (
        "services/hund-\\udcfcber.md:1:1: „hund-\\udcfcber“ taugt nicht als Adresse  [slug]" in capsys.readouterr().out
    )


def test_a_hint_does_not_stop_the_build(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write("README.md", "Notiz")
    assert main(["check", str(write.folder)]) == 0
    assert capsys.readouterr().out.endswith(
        "0 Fehler, 1 Hinweis in 1 Datei\nWas die Meldungen bedeuten: docs/redaktion/meldungen.md\n"
    )


def test_a_folder_that_is_not_there_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "x")]) == 2
    assert capsys.readouterr().err == (
        f"Den Ordner {tmp_path / 'x'} gibt es nicht. Geben Sie ihn an: make check CONTENT=…\n"
    )


def test_a_file_in_place_of_a_folder_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x").write_text("", encoding="utf-8")
    assert main(["check", str(tmp_path / "x")]) == 2
    assert capsys.readouterr().err == (
        f"{tmp_path / 'x'} ist eine Datei, kein Ordner. Geben Sie ihn an: make check CONTENT=…\n"
    )


def test_an_empty_folder_name_is_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", ""]) == 2
    assert capsys.readouterr().err == "Es ist kein Ordner genannt. Geben Sie ihn an: make check CONTENT=…\n"


def test_the_day_is_the_day_in_germany(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793487600")
    assert berlin_today() == datetime.date(2026, 11, 1)


@pytest.mark.corpus
def test_a_service_with_a_naughty_title_is_kept_as_written_or_refused_with_a_message(
    write: Draft, corpora: Path
) -> None:
    texts = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    dog = (write.folder / DOG).read_text(encoding="utf-8")
    for number, text in enumerate(texts):
        (write.folder / "services" / f"naughty-{number}.md").write_bytes(
            dog.replace("title: Hund anmelden", f"title: {json.dumps(text, ensure_ascii=False)}").encode()
        )
    catalog, problems = load(write.folder)
    named = {found.place.path for found in problems}
    titles = {service.slug: service.title for service in catalog.services}
    for number, text in enumerate(texts):
        slug = f"naughty-{number}"
        assert (slug in titles) != (f"services/{slug}.md" in named), text
        if slug in titles:
            assert "".join(titles[slug].split()) == "".join(text.split()), text


def test_a_folder_that_may_not_be_looked_into_is_not_skipped(write: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda path, _how: Path(path).name != "laws")
    assert "content/laws:1:1: Diese Datei gehört zu keinem Ordner der Inhalte  [file]" in said(write.problems())[0]


@pytest.mark.parametrize(
    ("limit", "most", "much"), [("MAX_FILES", 1, r"\d\d Dateien"), ("MAX_TOTAL", 1024**2, "1 MiB Text")]
)
def test_more_than_memory_is_meant_for_is_one_message_and_nothing_is_read(
    write: Draft, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, much: str
) -> None:
    with (write.folder / "pages/hilfe.md").open("a") as page:
        page.write("x" * 1024**2)
    monkeypatch.setattr(files, limit, most)
    catalog, problems = load(write.folder)
    assert (catalog.records, len(problems)) == ((), 1)
    assert re.fullmatch(f"Die Inhalte sind zu groß: {much}", problems[0].message)
    assert problems[0].hint.startswith("Höchstens ")
