"""A new service begins with what is known, and with a look at what is already there."""

import pytest

from plugins.authoring.__main__ import main
from plugins.authoring.scaffold import scaffold
from plugins.catalog.records import Service
from tests.catalog.listing import LANDING, PAGE
from tests.conftest import Draft, said
from tests.portals import TINY_DAY

TREE = "services/baeume-faellen.md"


@pytest.fixture(autouse=True)
def the_first_of_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))


def test_a_service_begins_with_its_name_and_what_must_follow(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new-service", "--name", "Bäume fällen: Antrag", "--owner", "steueramt", str(write.folder)]) == 0
    written = (write.folder / "services/baeume-faellen-antrag.md").read_text("utf-8")
    assert written.startswith(
        "---\n"
        "title: 'Bäume fällen: Antrag'\n"
        "# Wörter der Leute: Wonach Menschen suchen, auch Umgangssprache\n"
        "synonyms:\n"
        "# Ebene: Wer die Leistung anbietet\n"
        "# Möglich: municipal (Stadt oder Gemeinde) · district (Kreis) · state (Land) · federal (Bund)"
        " · chamber (Kammer)\n"
        "level:\n"
    )
    assert "\nowner: steueramt\n" in written
    assert "\nreviewed_on: 2026-11-01\nreview_by: 2027-11-01\n" in written
    assert capsys.readouterr().out.endswith(
        f"So geht es weiter: 1. {write.folder}/services/baeume-faellen-antrag.md ausfüllen"
        "  2. make check  3. make serve\n"
    )


def test_the_check_then_says_what_is_missing_and_nothing_else(write: Draft) -> None:
    main(["new-service", "--name", "Bäume fällen", str(write.folder)])
    assert {found.split("  [")[0].split(": ", 1)[1] for found in said(write.problems())} == {
        "„Ebene“ ist leer",
        "„Zielgruppe“ ist leer",
        "„Themen“ ist leer",
        "„Fachamt“ ist leer",
        "„Gebühren“ ist leer",
        "„Wege“ ist leer",
        "Unter „Kurztext“ steht nichts",
    }


def test_a_key_in_a_list_fills_in_what_the_list_says(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    write(LANDING, PAGE)
    assert main(["new-service", "--name", "Bäume fällen", "--leika", "99050058108000", str(write.folder)]) == 0
    written = (write.folder / TREE).read_text("utf-8")
    assert (
        "\nofficial_name: Versteigerer Öffentliche Bestellung\nleika: [99050058108000]\n"
        "level: chamber\naudience: [businesses]\ntopics: [gewerbe]\n"
    ) in written
    assert "\nchannels:\n- kind: portal\n  portal: wirtschaftsportal\n" in written
    assert "Stand 15.10.2026.\n" in capsys.readouterr().out


def test_a_key_that_no_list_has_is_kept_and_named(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-service", "--name", "Bäume fällen", "--leika", "99 000 000 000 000", str(write.folder)])
    assert "\nleika: [99000000000000]\n" in (write.folder / TREE).read_text("utf-8")
    assert (
        "Hinweis: Den Leistungsschlüssel 99000000000000 führt keine Liste hier. Vergleichen Sie ihn mit dem FIM-Portal."
    ) in capsys.readouterr().out


@pytest.mark.parametrize("name", ["Hund neu anmelden", "Hunde anmelden", "Welpe"])
def test_what_is_nearly_the_same_is_named(write: Draft, capsys: pytest.CaptureFixture[str], name: str) -> None:
    main(["new-service", "--dry-run", "--name", name, str(write.folder)])
    shown = capsys.readouterr().out
    assert (
        "Hinweis: Auffällig ähnlich: Hund anmelden (services/hund-anmelden.md)."
        " Gehört Ihr Text vielleicht dort hinein?\n"
    ) in shown
    assert f"Hinweis: Wer „{name}“ sucht, findet bisher: Hund anmelden" in shown


def test_the_same_key_is_named(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new-service", "--dry-run", "--name", "Bäume fällen", "--leika", "99102013104000", str(write.folder)])
    assert (
        "Hinweis: Denselben Leistungsschlüssel hat schon: Hund anmelden (services/hund-anmelden.md)"
        in capsys.readouterr().out
    )
    assert not (write.folder / TREE).exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--name", "Hund anmelden"],
            "services/hund-anmelden.md gibt es schon. Ändern Sie diese Datei oder wählen Sie einen anderen Namen.",
        ),
        (["--name", "!!!"], "Aus „!!!“ wird keine Adresse. Nennen Sie die Leistung kurz: NAME=„Hund anmelden“"),
        (
            ["--name", "<b>Hund</b>"],
            "HTML ist hier nicht erlaubt. Schreiben Sie den Text ohne spitze Klammern."
            " Ist es ein Kleiner-als-Zeichen: Leerzeichen danach.",
        ),
        (
            ["--name", "Baum", "--leika", "4711"],
            "„4711“ ist kein Leistungsschlüssel. 14 Ziffern, am Anfang 99 oder 77. Unbekannt: Zeile löschen.",
        ),
        (["--name", "Baum", "--owner", "steuramt"], "Die Stelle „steuramt“ gibt es nicht. Meinten Sie „steueramt“?"),
    ],
)
def test_what_cannot_begin_is_refused(
    write: Draft, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    before = sorted(write.folder.rglob("*"))
    assert main(["new-service", *arguments, str(write.folder)]) == 2
    assert capsys.readouterr().err == f"{message}\n"
    assert sorted(write.folder.rglob("*")) == before


def test_a_scaffold_holds_every_required_field_in_the_order_of_the_declaration() -> None:
    keys = [line[:-1] for line in scaffold(Service, {}).splitlines() if line.endswith(":") and line[0] not in "# "]
    assert keys == ["title", "level", "audience", "topics", "owner", "reviewed_on", "review_by", "fees", "channels"]
