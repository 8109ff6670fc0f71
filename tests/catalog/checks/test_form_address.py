"""A form has one address, and every form another."""

import pytest

from tests.conftest import Draft, said

FORM = "forms/hund-anmelden.yaml"
SERVER = "servers/kreis.yaml"
KREIS = "title: Server\noperator: Kreis\nurl: https://formulare.kreis-muster.example/{form}?ars={ars}\n"


@pytest.mark.parametrize("address", ["server: kreis", "server: kreis\nnumber: hund-17"])
def test_a_form_on_a_server_passes(write: Draft, address: str) -> None:
    write(SERVER, KREIS)
    assert write.change(FORM, "url: https://formulare.kreis-muster.example/hund?ars={ars}", address) == []


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "minutes: 5",
            "1:1: Formular ohne Adresse  [form-address] → server: kreis (Datei in content/servers/) — oder url: …",
        ),
        (
            "url: https://formulare.kreis-muster.example/hund\nserver: kreis",
            "2:6: Formular mit zwei Adressen  [form-address] → Löschen Sie server oder url.",
        ),
    ],
)
def test_a_form_without_an_address_or_with_two_is_an_error(write: Draft, address: str, message: str) -> None:
    write(SERVER, KREIS)
    assert said(write(FORM, f"title: Hund anmelden\n{address}\n")) == [f"content/{FORM}:{message}"]


def test_a_server_whose_forms_all_have_one_address_is_an_error(write: Draft) -> None:
    assert said(write(SERVER, KREIS.replace("{form}", "formular"))) == [
        f"content/{SERVER}:3:6: Jedes Formular hätte dieselbe Adresse  [form-address]"
        " → Schreiben Sie {form}, wo der Name des Formulars steht."
    ]
