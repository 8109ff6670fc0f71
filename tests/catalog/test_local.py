"""What one municipality says of a service itself: whole fields, the nearest file wins, each says where it is from."""

from plugins.catalog.catalog import load
from plugins.catalog.directory import Offer, directory
from tests.conftest import TODAY, Draft, said

SHARED = "services/hund-anmelden.md"
TOWN = "municipalities/kleinstadt/services/hund-anmelden.md"
KREIS = "municipalities/kreis-muster/services/hund-anmelden.md"
FEES = "---\nfees:\n  - note: 12 Euro für die Marke\n---\n"


def offers(write: Draft, town: str) -> dict[str, Offer]:
    catalog, _ = load(write.folder, TODAY)
    return dict(directory(catalog, catalog.municipalities[town]).by_slug)


def test_a_town_replaces_single_fields_and_shares_the_others(write: Draft) -> None:
    write(TOWN, FEES)
    own, shared = (offers(write, town)["hund-anmelden"].service for town in ("kleinstadt", "grossstadt"))
    assert [fee.note for fee in own.fees] == ["12 Euro für die Marke"]
    assert [fee.note for fee in shared.fees] == ["gebührenfrei"]
    assert (own.title, own.full_text, own.channels) == (shared.title, shared.full_text, shared.channels)


def test_a_list_is_replaced_as_a_whole(write: Draft) -> None:
    write(TOWN, "---\nchannels:\n  - kind: phone\n---\n")
    assert [way.kind for way in offers(write, "kleinstadt")["hund-anmelden"].ways_in] == ["phone"]


def test_a_text_is_replaced_under_its_heading(write: Draft) -> None:
    write(TOWN, "---\n---\n\n## Fristen\n\nMelden Sie den Hund sofort an.\n")
    assert offers(write, "kleinstadt")["hund-anmelden"].service.deadlines == "Melden Sie den Hund sofort an."


def test_a_kreis_speaks_for_its_towns_unless_they_do(write: Draft) -> None:
    write(KREIS, "---\nfees:\n  - note: wie im Kreis\nofficial_name: Hundesteueranmeldung\n---\n")
    write(TOWN, FEES)
    near, far = (offers(write, town)["hund-anmelden"].service for town in ("kleinstadt", "grossstadt"))
    assert [service.fees[0].note for service in (near, far)] == ["12 Euro für die Marke", "wie im Kreis"]
    assert near.official_name == far.official_name == "Hundesteueranmeldung"


def test_every_field_knows_the_file_it_comes_from(write: Draft) -> None:
    write(TOWN, FEES)
    service = offers(write, "kleinstadt")["hund-anmelden"].service
    assert (str(service.place("fees")), str(service.place("title"))) == (f"{TOWN}:3:3", f"{SHARED}:2:8")


def test_what_a_town_does_not_offer_is_not_in_its_portal(write: Draft) -> None:
    write(TOWN, "---\noffered: false\n---\n")
    assert "hund-anmelden" not in offers(write, "kleinstadt")
    assert "hund-anmelden" in offers(write, "grossstadt")


def test_a_town_offers_what_its_kreis_does_not(write: Draft) -> None:
    write(KREIS, "---\noffered: false\n---\n")
    write(TOWN, "---\noffered: true\n---\n")
    assert "hund-anmelden" in offers(write, "kleinstadt")
    assert "hund-anmelden" not in offers(write, "grossstadt")


def test_a_town_that_does_itself_what_others_leave_to_the_kreis(write: Draft) -> None:
    write("municipalities/grossstadt/services/baugenehmigung-beantragen.md", "---\nlevel: municipal\n---\n")
    providers = [offers(write, town)["baugenehmigung-beantragen"].provider for town in ("grossstadt", "kleinstadt")]
    assert providers == ["Stadt Großstadt", "Kreis Muster"]


def test_mistakes_are_reported_in_the_local_file_like_anywhere_else(write: Draft) -> None:
    front = "fees:\n  - amount: 5\nchanels:\n  - kind: phone\noffices: [gibt-es-nicht]\n"
    problems = said(write(TOWN, f"---\n{front}---\n\n## Friste\n\nSofort.\n"))
    assert [message for message in problems if "based-on" not in message] == [
        f"content/{TOWN}:3:5: Betrag ohne Stand oder Quelle  [fee-amount]"
        " → as_of: 2026-06-08 und source: Gebührenordnung",
        f"content/{TOWN}:4:1: „chanels“ gibt es hier nicht  [unknown-key] → Meinten Sie „channels“?",
        f"content/{TOWN}:6:10: Stelle „gibt-es-nicht“ gibt es nicht  [reference]"
        " → Legen Sie die Datei an, zum Beispiel wie content/municipalities/x/offices/y.yaml.",
        f"content/{TOWN}:9:1: Die Überschrift „Friste“ gibt es nicht  [unknown-heading] → Meinten Sie „Fristen“?",
    ]


def test_a_local_file_without_a_shared_service_is_an_error(write: Draft) -> None:
    path = "municipalities/kleinstadt/services/hund-anmeldn.md"
    assert said(write(path, FEES)) == [
        f"content/{path}:2:1: Dienstleistung „hund-anmeldn“ gibt es nicht  [reference] → Meinten Sie „hund-anmelden“?"
    ]
