"""`make explain`: who is competent, where each field comes from, which ways lead on, and why others do not."""

from pathlib import Path

import pytest

from plugins.catalog import __main__ as command
from plugins.catalog.catalog import load
from plugins.catalog.explaining import UnknownNameError, explained
from tests.catalog.listing import with_list
from tests.conftest import TODAY, Draft

CASES = Path(__file__).parents[1] / "cases" / "explain"
TOWN = "municipalities/kleinstadt/services/hund-anmelden.md"
LEDGER = """\
links:
- address: https://service.wirtschaft.example/gewerbe/anmeldung
  state: {}
  since: 2026-10-30
  checked_on: 2026-10-31
"""


def text(write: Draft, service: str, municipality: str) -> str:
    catalog, _ = load(write.folder, TODAY)
    return "\n".join(explained(catalog, service, municipality))


def part(write: Draft, heading: str, service: str, municipality: str) -> str:
    """The lines below one heading, without their indent."""
    found = next(one for one in text(write, service, municipality).split("\n\n") if one.startswith(f"{heading}:\n"))
    return "\n".join(line[4:] for line in found.splitlines()[1:])


def test_everything_about_one_service_in_one_town(write: Draft) -> None:
    write(TOWN, "---\nfees:\n  - note: 12 Euro für die Marke\nforms: []\n---\n\n## Fristen\n\nSofort.\n")
    expected = (CASES / "hund-anmelden.kleinstadt.txt").read_text("utf-8")
    assert text(write, "hund-anmelden", "kleinstadt") + "\n" == expected


def test_each_reason_why_a_way_is_not_offered(write: Draft) -> None:
    channels = "  - kind: appointment\n  - kind: in_person\n  - kind: post\n    office: ordnungsamt\n  - kind: phone\n"
    write(TOWN, f"---\nchannels:\n{channels}---\n")
    assert part(write, "Nicht angeboten", "hund-anmelden", "kleinstadt") == (
        "Termin vereinbaren: Kämmerei und Steueramt hat keinen Terminlink.\n"
        "Persönlich vorbeikommen: Kämmerei und Steueramt hat keine Anschrift.\n"
        "Schreiben: Ordnungsamt Kleinstadt hat weder Anschrift noch Mail."
    )


def test_a_form_of_another_town_is_not_offered_here(write: Draft) -> None:
    form = (write.folder / "forms/hund-anmelden.yaml").read_text("utf-8")
    write("municipalities/grossstadt/forms/hund-anmelden.yaml", form)
    (write.folder / "forms/hund-anmelden.yaml").unlink()
    assert part(write, "Nicht angeboten", "hund-anmelden", "kleinstadt") == (
        "Online erledigen: Dieses Formular gibt es hier nicht."
    )


def test_a_listing_that_says_no_is_a_reason_with_its_warning(write: Draft) -> None:
    write(
        "landings/gewerbe.yaml",
        "title: Gewerbe\nportal: wirtschaftsportal\npath: /g\nchecked_on: 2026-10-01\n"
        "audience: [businesses]\ntopics: [gewerbe]\nchoices:\n  - title: Gewerbe ummelden\n    leika: 99050012104000\n"
        "    level: municipal\n    available: false\n    warning: Keine Zuständigkeit in NRW\n",
    )
    assert part(write, "Nicht angeboten", "gewerbe-ummelden", "kleinstadt") == (
        "Weiter im anderen Portal: Wirtschaftsportal Musterland nennt sie als nicht verfügbar"
        " (Keine Zuständigkeit in NRW)."
    )


def test_a_way_that_the_ledger_calls_dangerous_is_not_offered(write: Draft) -> None:
    write("links/service.wirtschaft.example.yaml", LEDGER.format("danger"))
    assert part(write, "Nicht angeboten", "gewerbe-anmelden", "kleinstadt") == (
        "Im Wirtschaftsportal anmelden: https://service.wirtschaft.example/gewerbe/anmeldung"
        " ist gefährlich (seit 30.10.2026)."
    )


def test_a_broken_deep_link_is_named_beside_the_start_page(write: Draft) -> None:
    write("links/service.wirtschaft.example.yaml", LEDGER.format("broken"))
    lines = part(write, "Wege, der beste zuerst", "gewerbe-anmelden", "kleinstadt").splitlines()
    assert lines[:3] == [
        "1. Im Wirtschaftsportal anmelden (geschrieben)",
        "   Weiter: https://service.wirtschaft.example/",
        "   Gestört: https://service.wirtschaft.example/gewerbe/anmeldung ist gestört (seit 30.10.2026)",
    ]


def test_a_page_by_rule_says_what_its_list_leaves_out(write: Draft) -> None:
    assert part(with_list(write), "Nicht angeboten", "versteigerung-anzeige", "kleinstadt").startswith(
        "Weiter im anderen Portal: Wirtschaftsportal Musterland nennt sie als nicht verfügbar"
    )


def test_a_way_says_who_runs_it_what_to_choose_and_what_it_needs(write: Draft) -> None:
    assert part(write, "Wege, der beste zuerst", "gewerbe-anmelden", "kleinstadt") == (
        "1. Im Wirtschaftsportal anmelden (geschrieben)\n"
        "   Weiter: https://service.wirtschaft.example/gewerbe/anmeldung\n"
        "   Betrieben von: Land Musterland (Wirtschaftsportal Musterland)\n"
        "   Dort wählen: Gewerbe, dann Anmeldung\n"
        "   Anmeldung: Mein Unternehmenskonto\n"
        "   Bezahlen: Kreditkarte, PayPal\n"
        "   Geprüft am: 02.10.2026\n"
        "2. Anrufen (geschrieben)\n"
        "   Weiter: Ordnungsamt Kleinstadt, 02999 300-20"
    )


def test_a_way_by_rule_says_so(write: Draft) -> None:
    write(TOWN, "---\nchannels:\n  - kind: appointment\nforms: []\n---\n")
    assert part(write, "Wege, der beste zuerst", "hund-anmelden", "kleinstadt").splitlines()[0] == (
        "1. Schreiben (nach Regel)"
    )


@pytest.mark.parametrize(
    ("service", "municipality", "chain"),
    [
        ("fahrzeug-zulassen", "kleinstadt", "Stadt Kleinstadt → [Kreis Muster] → Land Nordrhein-Westfalen → Bund"),
        ("grundsteuer-erklaeren", "kleinstadt", "Stadt Kleinstadt → Kreis Muster → [Land Nordrhein-Westfalen] → Bund"),
        (
            "handwerksrolle-eintragung",
            "kleinstadt",
            "Stadt Kleinstadt → Kreis Muster → Land Nordrhein-Westfalen → Bund → [Handwerkskammer Muster]",
        ),
        (
            "hund-anmelden",
            "kreis-muster",
            "[Ihre Stadt oder Gemeinde] → Kreis Muster → Land Nordrhein-Westfalen → Bund",
        ),
    ],
)
def test_the_chain_from_the_town_to_the_bund(write: Draft, service: str, municipality: str, chain: str) -> None:
    assert part(write, "Zuständig", service, municipality).splitlines()[0] == chain


@pytest.mark.parametrize(
    ("based_on", "state"),
    [
        ("", "ohne based_on, heute wäre es f0f83603"),
        ("based_on: f0f83603\n", "based_on f0f83603 stimmt"),
        ("based_on: 00000000\n", "based_on 00000000 ist überholt, heute wäre es f0f83603"),
    ],
)
def test_what_a_town_replaced_says_on_which_text_it_rests(write: Draft, based_on: str, state: str) -> None:
    write(TOWN, f"---\n{based_on}---\n\n## Fristen\n\nSofort.\n")
    assert part(write, "Ersetzt", "hund-anmelden", "kleinstadt") == f"Stadt Kleinstadt: Fristen; {state}"


@pytest.mark.parametrize(
    ("service", "municipality", "answer"),
    [
        ("gewerbe-anmelden", "kleinstadt", "Ja: Stadt Kleinstadt ist selbst zuständig."),
        (
            "gewerbe-anmelden",
            "kreis-muster",
            "Nein (noindex, follow): Hier wählt man nur den Ort; gelistet wird die Seite in den Portalen der Orte.",
        ),
        (
            "fuehrungszeugnis-beantragen",
            "kleinstadt",
            "Nein (noindex, follow): Zuständig ist Bund, und die Seite ist überall gleich."
            " Gelistet wird sie im Portal von Kreis Muster.",
        ),
    ],
)
def test_whether_search_engines_may_list_it(write: Draft, service: str, municipality: str, answer: str) -> None:
    assert part(write, "Suchmaschinen", service, municipality) == answer


def test_the_kreis_lists_its_towns(write: Draft) -> None:
    write(TOWN, "---\noffered: false\n---\n")
    assert part(write, "Städte und Gemeinden", "hund-anmelden", "kreis-muster") == (
        "Großstadt: https://service.grossstadt.example/leistungen/hund-anmelden/\n"
        "Kleinstadt: bietet die Leistung nicht an"
    )


def test_a_town_that_is_competent_itself_is_named_by_its_kreis(write: Draft) -> None:
    write("municipalities/grossstadt/services/baugenehmigung-beantragen.md", "---\nlevel: municipal\n---\n")
    assert part(write, "Städte und Gemeinden", "baugenehmigung-beantragen", "kreis-muster") == (
        "Großstadt: ist selbst zuständig, https://service.grossstadt.example/leistungen/baugenehmigung-beantragen/"
    )


def test_a_page_by_rule_names_the_list_it_comes_from(write: Draft) -> None:
    write(
        "landings/tiere.yaml",
        "title: Tiere\nportal: wirtschaftsportal\npath: /t\nchecked_on: 2026-10-01\n"
        "audience: [citizens]\ntopics: [tiere]\nchoices:\n  - title: Pferd anmelden\n    leika: 99000000000001\n"
        "    level: municipal\n",
    )
    assert part(write, "Zuständig", "pferd-anmelden", "kleinstadt").splitlines()[-1] == (
        "Diese Seite entsteht nach Regel aus der Liste eines anderen Portals (gemeinsam, content/landings/tiere.yaml:8)"
    )


def test_what_is_not_offered_names_the_line_that_says_so(write: Draft) -> None:
    write(TOWN, "---\noffered: false\n---\n")
    assert text(write, "hund-anmelden", "kleinstadt") == (
        f"Stadt Kleinstadt bietet diese Leistung nicht an: hund-anmelden\n    content/{TOWN}:2: offered: false"
    )


def test_a_former_town_names_its_successor(write: Draft) -> None:
    write.change("municipalities/kleinstadt/municipality.yaml", "portal_url:", "successor: grossstadt\nportal_url:")
    assert text(write, "hund-anmelden", "kleinstadt") == "Stadt Kleinstadt gehört jetzt zu Stadt Großstadt: grossstadt"


@pytest.mark.parametrize(
    ("service", "municipality", "message"),
    [
        (
            "hund-anmeldn",
            "kleinstadt",
            "Dienstleistung „hund-anmeldn“ gibt es nicht. Meinten Sie „hund-anmelden“?",
        ),
        ("hund-anmelden", "kleinstad", "Ort „kleinstad“ gibt es nicht. Meinten Sie „kleinstadt“?"),
        (
            "hund-anmelden",
            "köln",
            "Ort „köln“ gibt es nicht. Zum Beispiel: grossstadt, kleinstadt, kreis-muster",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_the_nearest(
    write: Draft, capsys: pytest.CaptureFixture[str], service: str, municipality: str, message: str
) -> None:
    with pytest.raises(UnknownNameError, match=message.split(".")[0]):
        text(write, service, municipality)
    assert command.main(["explain", service, municipality, str(write.folder)]) == 2
    assert capsys.readouterr().err == f"{message}\n"


def test_the_command_prints_it_with_the_folder_it_was_given(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["explain", "hund-anmelden", "kleinstadt", str(write.folder)]) == 0
    assert f"Titel: Hund anmelden (gemeinsam, {write.folder}/services/hund-anmelden.md:2)" in capsys.readouterr().out
