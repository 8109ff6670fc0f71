"""An XZuFi message becomes drafts in a content folder, again and again, without a loss on either side."""

import subprocess
import sys
from pathlib import Path

import pytest

from plugins.catalog.validation import validated
from plugins.exchange.__main__ import main
from tests.exchange.xzufi.test_reading import HOSTILE, NESTED, OFFICE, SERVICE, START

ONLINE = """
<x:schreibe><x:onlinedienst><x:id>55</x:id><x:bezeichnung languageCode="de">Hund online anmelden</x:bezeichnung>
<x:link><x:typ><code>01</code></x:typ><x:link>https://formulare.stadt.example/hund</x:link></x:link>
<x:zustaendigkeit><x:leistungID>8966</x:leistungID></x:zustaendigkeit></x:onlinedienst></x:schreibe>
"""
PHONE = (
    "<x:kommunikationssystem><x:kanal><code>telefon</code></x:kanal><x:kennung>02452 13-7</x:kennung>"
    "</x:kommunikationssystem>"
)
MEASURED = """
from pathlib import Path
from plugins.exchange.__main__ import main
def peak():
    return next(int(line.split()[1]) for line in Path("/proc/self/status").open() if line.startswith("VmHWM"))
before = peak()
main()
print(peak() - before)
"""
"""The command, and by how many KiB it grew; `ru_maxrss` would begin with the size of the process that started it."""

PROJECT = Path(__file__).parents[3]


def run(into: Path, objects: str, *more: str) -> int:
    file = into.parent / "nachricht.xml"
    file.write_text(f"{START}{objects}</x:antwort>", encoding="utf-8")
    return main(["import", "--format", "xzufi", "--into", str(into), *more, str(file)])


def report(folder: Path) -> str:
    return (folder / ".import" / "xzufi" / "import-bericht.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("xzufi") / "content"
    assert run(folder, SERVICE + OFFICE.format(more=PHONE + NESTED) + ONLINE) == 1
    return folder


def test_a_service_is_a_draft_in_the_form_of_the_house(imported: Path) -> None:
    text = (imported / "services" / "hund-halter.md").read_text(encoding="utf-8")
    written = "\n".join(line for line in text.split("\n") if not line.startswith("# "))
    assert written == (
        "---\ntitle: Hund & Halter\nsynonyms: [Hundemarke]\nofficial_name: Hundesteuer Anmeldung\n"
        "leika: [99102013104000]\nlevel:\naudience: [citizens]\ntopics:\nowner: steueramt\noffices: [steueramt]\n"
        "reviewed_on: 2026-03-01\nreview_by:\nfees:\nlegal_basis:\n- name: § 1 HStS\n"
        "forms: [hund-online-anmelden]\nchannels:\n- kind: online\n  form: hund-online-anmelden\n---\n"
        "\n## Kurztext\n\n## Kosten\n\n**50 Euro** im Jahr\n\n## Rechtsgrundlagen\n\nMehr.\n"
    )


def test_its_translation_and_its_form_stand_beside_it(imported: Path) -> None:
    assert "title: Dog and owner\n" in (imported / "services" / "hund-halter.en.md").read_text(encoding="utf-8")
    assert (imported / "forms" / "hund-online-anmelden.yaml").read_text(encoding="utf-8") == (
        "title: Hund online anmelden\nurl: https://formulare.stadt.example/hund\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "- Steueramt: für 1 Dienstleistung; 02452 13-7",
        "- leistung 8966: Fachamt: wahrscheinlich, freigegeben durch „Steueramt“",
        "- Dienstleistungen: 1",
    ],
)
def test_what_is_no_file_is_a_line_in_the_report(imported: Path, line: str) -> None:
    assert line in report(imported).splitlines()


def test_what_the_message_does_not_say_is_asked_for(imported: Path) -> None:
    _, problems = validated(imported)
    about = {found.message for found in problems if found.place.path == "services/hund-halter.md"}
    assert {"„Ebene“ ist leer", "„Themen“ ist leer", "„Wieder prüfen bis“ ist leer"} <= about


def test_a_new_message_changes_what_nobody_else_changed(tmp_path: Path) -> None:
    folder = tmp_path / "content"
    other = SERVICE.replace("8966", "8967").replace("Hund &amp;amp; Halter", "Katze")
    run(folder, SERVICE + other)
    edited = folder / "services" / "katze.md"
    edited.write_text("von Hand", encoding="utf-8")
    run(folder, (SERVICE + other).replace("50 Euro", "60 Euro"))
    assert edited.read_text(encoding="utf-8") == "von Hand"
    assert "**60 Euro**" in (folder / "services" / "hund-halter.md").read_text(encoding="utf-8")
    assert "**60 Euro**" in (folder / ".import" / "xzufi" / "neu" / "services" / "katze.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("identifier", "name"),
    [
        ("hund-anmelden", "hund-anmelden"),
        ("a1-bescheinigung", "a1-bescheinigung"),
        ("8966", "hund-halter"),
        ("L100042_8966", "hund-halter"),
        ("l100042", "hund-halter"),
        ("0fceb92a-77d1-4bcd-9c1d-dfacade01234", "hund-halter"),
        ("../../hund", "hund-halter"),
        ("con", "hund-halter"),
        ("x" * 81, "hund-halter"),
    ],
)
def test_an_id_that_is_a_name_is_the_name_of_the_file(tmp_path: Path, identifier: str, name: str) -> None:
    run(tmp_path / "content", SERVICE.replace("8966", identifier))
    assert {file.name for file in (tmp_path / "content" / "services").iterdir()} == {f"{name}.md", f"{name}.en.md"}


def test_an_id_that_is_the_name_of_another_file_is_not_taken(tmp_path: Path) -> None:
    run(tmp_path / "content", SERVICE)
    run(
        tmp_path / "content", SERVICE + SERVICE.replace("8966", "hund-halter").replace("Hund &amp;amp; Halter", "Katze")
    )
    assert "title: Katze\n" in (tmp_path / "content" / "services" / "katze.md").read_text(encoding="utf-8")


def test_a_link_to_another_service_of_the_message_leads_to_it_here(tmp_path: Path) -> None:
    """Where it stood before is said above the draft, and in `source_url` when that is another address."""
    address = "https://portal.example/{}/leistungen/katze/"
    origin = "<x:modulUrsprungsportal><x:uri>{}</x:uri></x:modulUrsprungsportal><x:leistungsadressat>"
    cat = SERVICE.replace("8966", "katze").replace("<x:leistungsadressat>", origin.format(address.format("a")))
    link = f"&lt;a href='{address.format('a')}'&gt;Katze&lt;/a&gt; &lt;a href='{address.format('b')}'&gt;Hai&lt;/a&gt;"
    dog = SERVICE.replace("<x:leistungsadressat>", origin.format("https://portal.example/show?id=8966"))
    run(tmp_path / "content", cat + dog.replace("&lt;b&gt;50 Euro&lt;/b&gt;", link))
    text = (tmp_path / "content" / "services" / "hund-halter.md").read_text(encoding="utf-8")
    assert "[Katze](/leistungen/katze/) [Hai](https://portal.example/b/leistungen/katze/)" in text
    assert "# Entwurf aus https://portal.example/show?id=8966. " in text
    assert "\nsource_url: https://portal.example/show?id=8966\n" in text
    other = (tmp_path / "content" / "services" / "katze.md").read_text(encoding="utf-8")
    assert "# Entwurf aus https://portal.example/a/leistungen/katze/. " in other
    assert "source_url" not in other


@pytest.mark.parametrize(
    ("objects", "line"),
    [
        (SERVICE * 2, "- leistung 8966: die Kennung 8966 gibt es schon"),
        (SERVICE.replace("8966", ""), "- leistung ohne Nummer: ohne Nummer oder Titel"),
        (
            SERVICE + ONLINE.replace("https://formulare.stadt.example/hund", "javascript:x"),
            "- onlinedienst 55: ohne Titel oder zulässige Adresse",
        ),
        (
            SERVICE.replace("99102013104000", "1"),
            "- leistung 8966: Leistungsschlüssel: „1“ ist kein Leistungsschlüssel",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_reported(tmp_path: Path, objects: str, line: str) -> None:
    run(tmp_path / "content", objects)
    assert line in report(tmp_path / "content").splitlines()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_message_is_refused_and_nothing_is_written(tmp_path: Path, text: str) -> None:
    file = tmp_path / "nachricht.xml"
    file.write_text(text, encoding="utf-8")
    assert main(["import", "--format", "xzufi", "--into", str(tmp_path / "content"), str(file)]) == 2
    assert not (tmp_path / "content").exists()


def test_a_billion_laughs_are_not_heard(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    file = tmp_path / "nachricht.xml"
    file.write_text(f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]><x>&l9;</x>', encoding="utf-8")
    assert main(["import", "--format", "xzufi", "--into", str(tmp_path / "content"), str(file)]) == 2
    assert "enthält eine DTD oder eigene Entitäten" in capsys.readouterr().err


def test_a_large_message_is_never_held_as_a_whole(tmp_path: Path) -> None:
    """No service is lost; what none is made of needs no memory, where holding it would need ten times the file."""
    file = tmp_path / "nachricht.xml"
    padding = f"<x:struktur>{'<x:a>wort</x:a>' * 4_000}</x:struktur>"
    with file.open("w", encoding="utf-8") as out:
        out.write(START)
        for number in range(120):
            service = SERVICE.replace("8966", str(number)).replace("Halter", f"Halter {number}")
            out.write(service.replace("<x:leistungsadressat>", f"{padding}<x:leistungsadressat>"))
        out.write("</x:antwort>")
    command = [sys.executable, "-c", MEASURED, "import", "--format", "xzufi", "--dry-run", "--into"]
    done = subprocess.run([*command, tmp_path / "content", file], cwd=PROJECT, capture_output=True, text=True)
    assert "- Dienstleistungen: 120\n" in done.stdout
    assert int(done.stdout.splitlines()[-1]) * 1024 < file.stat().st_size
