"""A link has parameters only where its server is registered for that: a redirect may hide behind them."""

from pathlib import Path

import pytest

from plugins.catalog import markdown
from tests.conftest import Draft, said

HELP = "pages/hilfe.md"
OWN = "[Hund anmelden](/leistungen/hund-anmelden/)"
TRADE = "services/gewerbe-anmelden.md"
DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"
TOWN = "municipalities/grossstadt/municipality.yaml"
PORTAL = "portals/wirtschaftsportal.yaml"


def remedy(host: str) -> str:
    return f"[link-query] → Lassen Sie sie weg, oder tragen Sie {host} beim Portal oder beim Ort als query_hosts: ein."


@pytest.mark.parametrize(
    "address", ["https://www.grossstadt.example/a", "https://www.grossstadt.example/#a?b=c", "/hilfe/"]
)
def test_an_address_without_parameters_passes(write: Draft, address: str) -> None:
    assert "link-query" not in " ".join(said(write.change(HELP, OWN, f"[x]({address})")))


@pytest.mark.parametrize("query", ["?to=evil.example", "?a=b&c=d", "?url=evil%2eexample", "?next=/%5Cevil.example"])
def test_parameters_in_a_text_are_an_error(write: Draft, query: str) -> None:
    host = "www.grossstadt.example"
    assert said(write.change(HELP, OWN, f"[x](https://{host}/weiter{query})")) == [
        f"content/{HELP}:7:1: Der Link hat Parameter ({query})  {remedy(host)}"
    ]


def test_parameters_of_a_deep_link_are_an_error_at_its_field(write: Draft) -> None:
    assert said(write.change(TRADE, DEEP, f"{DEEP}?id=5")) == [
        f"content/{TRADE}:29:10: Der Link hat Parameter (?id=5)  {remedy('service.wirtschaft.example')}"
    ]


def test_a_town_or_a_portal_may_allow_them_for_a_server(write: Draft) -> None:
    write.change(TOWN, "hosts: [", "query_hosts: [www.grossstadt.example]\nhosts: [")
    write.change(PORTAL, "hosts: [", "query_hosts: [service.wirtschaft.example]\nhosts: [")
    write.change(HELP, OWN, "[x](https://www.grossstadt.example/?id=5)")
    assert write.change(TRADE, DEEP, f"{DEEP}?id=5") == []


def test_a_second_address_behind_allowed_parameters_stays_an_error(write: Draft) -> None:
    write.change(TOWN, "hosts: [", "query_hosts: [www.grossstadt.example]\nhosts: [")
    (found,) = said(write.change(HELP, OWN, "[x](https://www.grossstadt.example/?to=https://evil.example)"))
    assert "enthält eine zweite Adresse (Weiterleitung)  [link-form]" in found


def test_a_server_that_is_not_registered_at_all_is_reported_once(write: Draft) -> None:
    (found,) = said(write.change(HELP, OWN, "[x](https://evil.example/?id=5)"))
    assert "Der Server „evil.example“ ist nicht eingetragen  [link-host]" in found


def test_the_register_of_forms_holds_parameters(write: Draft) -> None:
    assert write.change("forms/hund-anmelden.yaml", "?ars={ars}", "?ars={ars}&form=hund") == []


def payloads(corpora: Path) -> list[str]:
    """The lines of the lists of open redirects, each without blanks inside, which would end the address."""
    folder = corpora / "adversarial" / "open-redirect"
    names = ("Open-Redirect-payloads.txt", "open_redirect_wordlist.txt", "openredirects.txt")
    lines = [line for name in names for line in (folder / name).read_text("utf-8").splitlines() if line.strip()]
    return ["".join(line.split()) for line in lines]


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["[x](@)", "[x](<@>)", "[@][n]\n\n[n]: @", "<@>", '[x](@ "y")'])
@pytest.mark.parametrize("before", ["https://www.grossstadt.example/?to=", "https://www.grossstadt.example/?a=b&to=%"])
def test_every_open_redirect_on_an_own_server_is_reported(corpora: Path, write: Draft, before: str, form: str) -> None:
    lines = payloads(corpora)
    assert len(lines) > 300
    paragraphs = [form.replace("@", before + line).replace("n]", f"{n}]") for n, line in enumerate(lines)]
    text = "\n\n".join(paragraphs)
    reported = {found.place.line for found in write.change(HELP, OWN, text)}
    starts = [7 + "\n\n".join([*paragraphs[:number], ""]).count("\n") for number in range(len(paragraphs))]
    assert [line for line, start in zip(lines, starts, strict=True) if reported.isdisjoint({start, start + 2})] == []


@pytest.mark.corpus
@pytest.mark.parametrize("form", ["[x](@)", "[x](<@>)", "<@>"])
def test_no_open_redirect_becomes_a_link_without_a_word(corpora: Path, write: Draft, form: str) -> None:
    emitted = [form.replace("@", line) for line in payloads(corpora)]
    emitted = [text for text in emitted if 'href="' in markdown.to_html(text)]
    reported = {found.place.line for found in write.change(HELP, OWN, "\n\n".join(emitted))}
    assert [text for number, text in enumerate(emitted) if 7 + 2 * number not in reported] == []
