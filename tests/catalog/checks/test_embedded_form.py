"""An embedded form says who runs it, and its sandbox holds."""

import pytest

from tests.conftest import Draft, said

FORM = "forms/hund-anmelden.yaml"
SERVER = "servers/kreis.yaml"
KREIS = "title: Server\noperator: Kreis\nurl: https://formulare.kreis-muster.example/{form}\n"


@pytest.mark.parametrize("choice", ["embedded: true", "embedded: false"])
def test_a_form_on_a_server_of_its_own_passes(write: Draft, choice: str) -> None:
    write(SERVER, KREIS)
    assert write(FORM, f"title: Hund anmelden\nserver: kreis\n{choice}\n") == []


def test_a_form_that_only_a_link_leads_to_needs_no_operator(write: Draft) -> None:
    assert write.change(FORM, "minutes: 5", "embedded: false") == []


def test_an_embedded_form_of_nobody_is_an_error(write: Draft) -> None:
    assert said(write.change(FORM, "minutes: 5", "embedded: true")) == [
        f"content/{FORM}:4:11: Eingebettetes Formular ohne Betreiber  [embedded-form]"
        " → Schreiben Sie server: … (Datei in content/servers/) statt url, oder löschen Sie embedded."
    ]


def test_an_embedded_form_on_the_host_of_a_portal_is_an_error(write: Draft) -> None:
    write(SERVER, KREIS.replace("formulare.kreis-muster", "service.kleinstadt"))
    assert said(write(FORM, "title: Hund anmelden\nserver: kreis\nembedded: true\n")) == [
        f"content/{FORM}:3:11: Das eingebettete Formular liegt auf „service.kleinstadt.example“,"
        " dem Server eines Portals  [embedded-form] → Löschen Sie embedded; der Link bleibt."
    ]


def test_what_is_wrong_elsewhere_is_reported_there_alone(write: Draft) -> None:
    found = write(FORM, "title: Hund anmelden\nserver: kreis\nembedded: true\n")
    assert {one.rule for one in found} == {"reference"}
