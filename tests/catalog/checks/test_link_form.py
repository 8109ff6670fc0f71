"""A link is a full https address, an own page, a mail address or a phone number."""

import pytest

from tests.conftest import Draft, said

HELP = "pages/hilfe.md"
OWN = "[Hund anmelden](/leistungen/hund-anmelden/)"
EXAMPLE = "[link-form] → Beispiel: https://www.meine-stadt.example/formular"


@pytest.mark.parametrize(
    "link",
    [
        "[x](https://www.grossstadt.example/a#b)",
        "[x](/stellen/)",
        "[x](mailto:info@grossstadt.example)",
        "[x](tel:+492999-2000)",
        "<https://www.grossstadt.example/>",
    ],
)
def test_plain_links_pass(write: Draft, link: str) -> None:
    assert write.change(HELP, OWN, link) == []


@pytest.mark.parametrize(
    ("link", "message"),
    [
        ("[x](www.grossstadt.example)", f"„www.grossstadt.example“ ist keine Web-Adresse mit https://  {EXAMPLE}"),
        (
            "[x](/leistungen/hund-anmelden/?x=1)",
            "„/leistungen/hund-anmelden/?x=1“ ist keine eigene Seite und keine Datei  [link-form]"
            " → Schreiben Sie nur: /leistungen/hund-anmelden/",
        ),
        (
            "[x](/media/merkblatt.pdf#page=2)",
            "„/media/merkblatt.pdf#page=2“ ist keine eigene Seite und keine Datei  [link-form]"
            " → Schreiben Sie nur: /media/merkblatt.pdf",
        ),
        ("[x](http://*.evil.example/)", f"„http://*.evil.example/“ ist unverschlüsselt (http://)  {EXAMPLE}"),
        ("[x](javascript:alert(1))", f"„javascript:alert(1)“ ist keine Web-Adresse mit https://  {EXAMPLE}"),
        ("[x](javascript:alert)", f"„javascript:alert“ ist keine Web-Adresse mit https://  {EXAMPLE}"),
        ("<ftp://grossstadt.example>", f"„ftp://grossstadt.example“ ist keine Web-Adresse mit https://  {EXAMPLE}"),
        ("[x](//grossstadt.example/)", f"„//grossstadt.example/“ ist keine Web-Adresse mit https://  {EXAMPLE}"),
        ("[x](#oben)", f"„#oben“ ist keine Web-Adresse mit https://  {EXAMPLE}"),
        (
            "[x](mailto:a@b.example?bcc=c@d.example)",
            f"„mailto:a@b.example?bcc=c@d.example“ ist keine Web-Adresse mit https://  {EXAMPLE}",
        ),
        (
            "[x](http://www.grossstadt.example/a)",
            "„http://www.grossstadt.example/a“ ist unverschlüsselt (http://)  [link-form]"
            " → Schreiben Sie: https://www.grossstadt.example/a",
        ),
        (
            "[x](https://www.grossstadt.example:8443/)",
            f"„https://www.grossstadt.example:8443/“ enthält Benutzername oder Port  {EXAMPLE}",
        ),
        (
            "[x](https://www.grossstadt.example/?to=//evil.example)",
            "„https://www.grossstadt.example/?to=//evil.example“ enthält eine zweite Adresse (Weiterleitung)"
            f"  {EXAMPLE}",
        ),
    ],
)
def test_a_link_in_a_text_that_browsers_could_misread_is_an_error(write: Draft, link: str, message: str) -> None:
    assert said(write.change(HELP, f"Zum Beispiel: {OWN}", f"Zum Beispiel:\n\n{link}")) == [
        f"content/{HELP}:9:1: {message}"
    ]


def test_an_address_in_a_field_stands_at_its_field(write: Draft) -> None:
    office = "municipalities/grossstadt/offices/buergerbuero.yaml"
    assert said(
        write.change(office, "appointment_url: https://termine.grossstadt.example/", "appointment_url: www.x.de/")
    ) == [f"content/{office}:11:18: „www.x.de/buergerbuero/“ ist keine Web-Adresse mit https://  {EXAMPLE}"]


def test_a_field_takes_no_own_page(write: Draft) -> None:
    channel = "services/gewerbe-anmelden.md"
    found = write.change(channel, "https://service.wirtschaft.example/gewerbe/anmeldung", "/leistungen/hund-anmelden/")
    assert said(found) == [
        f"content/{channel}:29:10: „/leistungen/hund-anmelden/“ ist keine Web-Adresse mit https://  {EXAMPLE}"
    ]


def test_only_the_placeholders_of_forms_may_stand_in_braces(write: Draft) -> None:
    form = "forms/hund-anmelden.yaml"
    assert write.change(form, "?ars={ars}", "?ars={ars}&leika={leika}") == []
    (found,) = said(write.change(form, "{leika}", "{plz}"))
    assert "enthält ein Zeichen, das in einer Web-Adresse nicht erlaubt ist" in found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Siehe www.grossstadt.example/a_b.",
            "9:1: Hinweis: „www.grossstadt.example/a_b“ ist kein Link, nur Text  [link-form]"
            " → Schreiben Sie: [Text](https://www.grossstadt.example/a_b)",
        ),
        (
            "Eins\nzwei (https://www.grossstadt.example/) drei",
            "10:1: Hinweis: „https://www.grossstadt.example/“ ist kein Link, nur Text  [link-form]"
            " → Schreiben Sie: [Text](https://www.grossstadt.example/)",
        ),
        (
            "- http://www.grossstadt.example",
            "9:1: Hinweis: „http://www.grossstadt.example“ ist kein Link, nur Text  [link-form]"
            " → Schreiben Sie: [Text](https://www.grossstadt.example)",
        ),
    ],
)
def test_an_address_that_is_no_link_is_a_hint(write: Draft, text: str, message: str) -> None:
    assert said(write.change(HELP, f"Zum Beispiel: {OWN}", f"Zum Beispiel:\n\n{text}")) == [f"content/{HELP}:{message}"]


@pytest.mark.parametrize(
    "text",
    [
        "[www.grossstadt.example](https://www.grossstadt.example/)",
        "[Stadt **www.grossstadt.example**](https://www.grossstadt.example/)",
        "<https://www.grossstadt.example/>",
        "`www.grossstadt.example`",
        "info@www.grossstadt.example",
        "Das www. ist groß",
    ],
)
def test_a_linked_address_and_code_pass(write: Draft, text: str) -> None:
    assert write.change(HELP, OWN, text) == []
