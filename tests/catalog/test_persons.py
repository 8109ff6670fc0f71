"""Whom a mailbox, a number or a name belongs to: a person of the staff, or an office."""

from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.checks import personal_data
from plugins.catalog.persons import is_personal, traces, without
from tests.conftest import TODAY
from tests.portals import PROJECT

INSTEAD = {"mail": "MAIL", "mobile": "NUMMER", "name": "STADT", "mailto": "LINK", "tel": "ANRUF"}


@pytest.mark.parametrize(
    "mailbox",
    [
        *("anna.meier", "a.meier", "Hans.Müller", "anna-lena.meier-schmidt", "peter_mueller", "karl-heinz.schmitz2"),
        *("dr.meier", "frau.meier", "h.j.weber", "maria.von.berg", "wei.li"),
        *("sabine.jung", "heike.hornung", "thomas.albrecht", "k.neuhaus", "erik.wehr", "ralf.freitag", "gisela.wald"),
    ],
)
def test_first_name_and_surname_are_a_person(mailbox: str) -> None:
    assert is_personal(mailbox, "rurheim.example")


@pytest.mark.parametrize(
    "mailbox",
    [
        *("info", "standesamt", "buergerbuero-ost", "anna-meier", "stadt.info", "buergerbuero.nord", "ordnungs.amt"),
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
    assert without(f"Rufen Sie an: {number}.", INSTEAD) == "Rufen Sie an: NUMMER."


@pytest.mark.parametrize(
    "text",
    [
        *("02452 13-0", "0221 4710-200", "115", "0800 1234567", "0180 5 123456", "0201 5171234567"),
        *("01.7.2026-31.12.2026", "ARS 053990004004", "99050012104000", "DE89 3704 0044 0160 1234 0056"),
        "https://x.example/?id=01511234567",
    ],
)
def test_other_numbers_dates_keys_and_accounts_are_none(text: str) -> None:
    assert traces(text) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Fragen Sie Herrn Müller.", "Fragen Sie STADT."),
        ("Frau Dr. Anna Meier-Schmidt, Zimmer 12", "STADT, Zimmer 12"),
        ("Frau Meier Telefon 123", "STADT Telefon 123"),
        ("Herr von Berg und Mr Smith", "STADT und STADT"),
        ("Herr Bürgermeister Klein", "STADT"),
        ("Ansprechpartnerin: Erika Beispiel", "Ansprechpartnerin: STADT"),
        ("**Ansprechpartner:** Meier, Anna", "**Ansprechpartner:** STADT"),
        ("| Ansprechpartner*in | M. Groß | 12 |", "| Ansprechpartner*in | STADT | 12 |"),
        ("Mail: anna.meier@rurheim.example!", "Mail: MAIL!"),
        ("Anna.Meier(at)rurheim.example", "MAIL"),
        ("Schreiben Sie [Anna](mailto:anna.meier@rurheim.example).", "Schreiben Sie LINK."),
        ("[Anna anrufen](tel:+491701234567)", "ANRUF"),
    ],
)
def test_what_stands_for_a_person_goes_and_the_sentence_stays(text: str, left: str) -> None:
    assert without(text, INSTEAD) == left


@pytest.mark.parametrize(
    "text",
    [
        *("Sehr geehrte Frau Bürgermeisterin", "Herren und Damen", "Ihre Frau ist gestorben", "Frau und Herr"),
        *("Ansprechpartner: Bürgerbüro", "Ansprechpartner: Amt für Steuern", "Ansprechpartner: Ihre Krankenkasse"),
        *("| Ansprechpartner | Telefon |", "[Bürgerbüro](mailto:buergerbuero@rurheim.example)"),
    ],
)
def test_offices_roles_and_relatives_are_no_persons_of_the_staff(text: str) -> None:
    assert traces(text) == ()


@pytest.mark.parametrize(
    "part",
    ["a", "a.", "a-", "a@", "@", "a.b@c.", "1", "0 ", "+49", "01", "Frau ", "Dr. ", "[", "](", "](tel:", "Herr "],
)
def test_the_longest_text_is_read_to_its_end(part: str) -> None:
    assert traces(f"@ 01 Herr ]({part * (30_000 // len(part))}") == ()


def test_the_contacts_of_the_demo_are_those_of_offices() -> None:
    catalog, _ = load(PROJECT / "content", TODAY)
    assert list(personal_data.check(catalog)) == []


@pytest.mark.corpus
def test_the_mailboxes_of_a_large_city_are_no_persons(corpora: Path) -> None:
    texts = [file.read_text("utf-8") for file in sorted(corpora.glob("corpora/muenchen/*.json"))]
    assert texts
    assert [text[one.start : one.end] for text in texts for one in traces(text) if one.kind == "mail"] == []
