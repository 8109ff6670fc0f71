"""Whom a mailbox, a number or a name belongs to: a person of the staff, or an office."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.catalog.catalog import load
from plugins.catalog.checks import personal_data
from plugins.catalog.persons import is_personal, may_show, traces
from tests.conftest import TODAY
from tests.portals import PROJECT


@pytest.mark.parametrize(
    "mailbox",
    [
        *("anna.meier", "a.meier", "Hans.Müller", "anna-lena.meier-schmidt", "peter_mueller", "karl-heinz.schmitz2"),
        *("dr.meier", "frau.meier", "h.j.weber", "maria.von.berg", "wei.li", "anna-meier"),
        *("sabine.jung", "heike.hornung", "thomas.albrecht", "k.neuhaus", "erik.wehr", "ralf.freitag", "gisela.wald"),
    ],
)
def test_first_name_and_surname_are_a_person(mailbox: str) -> None:
    assert is_personal(mailbox, "rurheim.example")


@pytest.mark.parametrize(
    "mailbox",
    [
        *("info", "standesamt", "buergerbuero-ost", "e-meier", "stadt.info", "buergerbuero.nord", "ordnungs.amt"),
        *("bau.hof", "no.reply", "kfz.zulassung", "service.center", "kita.sonnenschein", "amt.fuer.soziales"),
        *("rurheim.portal", "meier.rurheim", "st.martin", "parkausweise.kvr", "abh324.kvr", "4.mse", "a.b", "dr"),
    ],
)
def test_a_task_a_place_an_abbreviation_or_a_single_word_is_none(mailbox: str) -> None:
    assert not is_personal(mailbox, "rurheim.example")


@pytest.mark.parametrize(
    "number",
    [
        *("0151 23456789", "0151-2345678", "(0176) 12345678", "01 51 / 23 45 67 89", "0151.23456789", "01511234567"),
        *("+49 171 1234567", "+49 (0)171/1234567", "0049 160 1234567", "0171\u00a01234567", "0151\u201123456789"),
    ],
)
def test_a_mobile_number_is_found_however_it_is_written(number: str) -> None:
    assert [found.shown for found in traces(f"Rufen Sie an: {number}.")] == [number]


@pytest.mark.parametrize("word", ["Tel.-Nr.", "Handy-Nr.:", "Mobilnummer:", "unter der Nummer", "Rufnummer"])
def test_a_number_that_is_called_a_phone_is_one(word: str) -> None:
    assert [found.shown for found in traces(f"{word} 0151 23456789")] == ["0151 23456789"]


@pytest.mark.parametrize(
    "text",
    [
        *("02452 13-0", "0221 4710-200", "115", "0800 1234567", "0180 5 123456", "0201 5171234567"),
        *("01.7.2026-31.12.2026", "ARS 053990004004", "99050012104000", "DE89 3704 0044 0160 1234 0056"),
        *("Aktenzeichen 0151 23456789", "Kassenzeichen: 12 0151 23456789", "Az. 0151/23456789", "Nr. 0151 23456789"),
        *("Konto 0171 1234567", "Steuernummer 0151 23456789", "0151 23456789 2", "IBAN DE89 0151 2345 6789 01"),
        "https://x.example/?id=01511234567",
    ],
)
def test_other_numbers_dates_keys_and_accounts_are_none(text: str) -> None:
    assert traces(text) == ()


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Fragen Sie Herrn Müller.", "Herrn Müller"),
        ("Frau Dr. Anna Meier-Schmidt, Zimmer 12", "Frau Dr. Anna Meier-Schmidt"),
        ("Frau Meier Telefon 123", "Frau Meier"),
        ("Herr von Berg und seine Bank", "Herr von Berg"),
        ("Herr von der Leyen", "Herr von der Leyen"),
        ("Herr Bürgermeister Klein", "Herr Bürgermeister Klein"),
        ("Ansprechpartnerin: Erika Beispiel", "Erika Beispiel"),
        ("**Ansprechpartner:** Meier, Anna", "Meier, Anna"),
        ("| Ansprechpartner*in | M. Groß | 12 |", "M. Groß"),
        ("Frau **Meier**, Frau\nund Herr", "Frau Meier"),
        ("Mail: anna.meier@rurheim.example!", "anna.meier@rurheim.example"),
        ("Anna.Meier(at)rurheim.example", "Anna.Meier(at)rurheim.example"),
        ("anna.meier (ät) rurheim.example", "anna.meier (ät) rurheim.example"),
        ("Anna&#46;Meier&commat;rurheim.example", "Anna.Meier@rurheim.example"),
        (r"anna\.meier@rurheim.example", "anna.meier@rurheim.example"),
        ("[Anna](mailto:anna.meier@rurheim.example)", "anna.meier@rurheim.example"),
        ("[Anna anrufen](tel:+491701234567)", "+491701234567"),
    ],
)
def test_a_person_is_found_as_readers_see_it(text: str, person: str) -> None:
    assert [found.shown for found in traces(text)] == [person]


@pytest.mark.parametrize(
    "name",
    [
        *("Yılmaz", "Ayşe Yılmaz", "Şahin", "Çelik", "Łukasz", "Ålund", "Ñíguez", "Kovačová", "Đorđević", "Ковальчук"),
        *("Nguyễn Văn An", "d’Angelo", "O'Brien", "McDonald", "MEIER", "Ng", "Mu\u0308ller", "Al-amin", "de la Cruz"),
    ],
)
def test_names_come_from_everywhere_and_stay_whole(name: str) -> None:
    assert [found.shown for found in traces(f"Fragen Sie Frau {name}.")] == [f"Frau {name}"]


def test_the_line_of_a_person_counts_from_the_start_of_the_text() -> None:
    assert [(found.shown, found.line) for found in traces("Erst lesen.\n\nFrau Meier\n\nHerr Klein")] == [
        ("Frau Meier", 2),
        ("Herr Klein", 4),
    ]


@pytest.mark.parametrize(
    "text",
    [
        *("Sehr geehrte Frau Bürgermeisterin", "Herren und Damen", "Ihre Frau ist gestorben", "Frau und Herr"),
        *(
            "Frau Antragstellerin",
            "Frau Erziehungsberechtigte",
            "Frau Bundesministerin\nSeit",
            "Frau Abteilungsleiterin",
        ),
        *("Herr der Ringe", "Frau Holle", "Herr Minister", "Frau DRK"),
        *("Ansprechpartner: Bürgerbüro", "Ansprechpartner: Amt für Steuern", "Ansprechpartner: Ihre Krankenkasse"),
        *("| Ansprechpartner | Telefon |", "[Bürgerbüro](mailto:buergerbuero@rurheim.example)"),
    ],
)
def test_offices_roles_and_relatives_are_no_persons_of_the_staff(text: str) -> None:
    assert traces(text) == ()


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "a.",
        "a-",
        "a@",
        "@",
        "a.b@c.",
        "1",
        "0 ",
        "+49",
        "01",
        "Frau ",
        "Dr. ",
        "[",
        "](",
        "](tel:",
        "Herr ",
        "von ",
        "A",
        "A-",
    ],
)
def test_the_longest_text_is_read_to_its_end(part: str) -> None:
    assert traces(f"@ 01 Herr ]({part * (30_000 // len(part))}") == ()


def test_the_contacts_of_the_demo_are_those_of_offices() -> None:
    catalog, _ = load(PROJECT / "content", TODAY)
    assert list(personal_data.check(catalog)) == []


PIECES = (
    *(
        "anna.meier",
        "&#64;",
        "@",
        " [at] ",
        "(ät)",
        "a.example",
        "0151",
        "+49 ",
        "(0)",
        " 15",
        "\x1c",
        "1",
        "234 56",
        "78",
        "49",
    ),
    *("Frau ", "Fr**au** ", "Herrn\n", "Meier", "Ansprechpartner: ", "Yılmaz", "_", "<b>", "\u00ad", "\\", "&shy;"),
)


@settings(max_examples=300)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=7).map("".join), max_size=3))
def test_texts_with_a_trace_may_show_one_also_when_they_are_joined(texts: list[str]) -> None:
    assert may_show("\n".join(texts)) or not any(map(traces, texts))


@pytest.mark.corpus
def test_the_mailboxes_of_a_large_city_are_no_persons(corpora: Path) -> None:
    texts = [file.read_text("utf-8") for file in sorted(corpora.glob("corpora/muenchen/*.json"))]
    assert texts
    assert [one.shown for text in texts for one in traces(text) if one.kind == "mail"] == []
