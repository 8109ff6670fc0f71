"""Web addresses: what a browser might read differently than we do is refused, with the reason."""

import json
from pathlib import Path

import pytest

from plugins.catalog import addresses
from plugins.catalog.addresses import Address, AddressError

ALLOWED = {"service.wirtschaft.nrw"}


def refusal(text: str) -> str:
    with pytest.raises(AddressError) as caught:
        addresses.parse(text)
    return str(caught.value)


def host(text: str) -> str | None:
    try:
        return addresses.parse(text).host
    except AddressError:
        return None


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.stadt.example", "www.stadt.example"),
        ("https://www.stadt.example/", "www.stadt.example"),
        ("https://www.stadt.example/a/b.html?c=d&e=%20#f", "www.stadt.example"),
        ("https://www.stadt.example?a=b", "www.stadt.example"),
        ("https://www.stadt.example#a", "www.stadt.example"),
        ("https://a-b.c--d.example/(x)~!$'*+,;=:@", "a-b.c--d.example"),
    ],
)
def test_an_https_address_with_a_plain_host_is_accepted_as_written(text: str, host: str) -> None:
    assert addresses.parse(text) == Address(text, host)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("http://stadt.example/", "„http://stadt.example/“ ist unverschlüsselt (http://)"),
        ("www.stadt.example", "„www.stadt.example“ ist keine Web-Adresse mit https://"),
        ("HTTPS://stadt.example", "„HTTPS://stadt.example“ ist keine Web-Adresse mit https://"),
        ("//stadt.example", "„//stadt.example“ ist keine Web-Adresse mit https://"),
        ("javascript:alert(1)", "„javascript:alert(1)“ ist keine Web-Adresse mit https://"),
        ("", "„“ ist keine Web-Adresse mit https://"),
        (
            "https://stadt.example/a b",
            "„https://stadt.example/a b“ enthält ein Zeichen, das in einer Web-Adresse nicht erlaubt ist",
        ),
        (
            "https://stadt.example\\@böse.example",
            "„https://stadt.example\\@böse.example“ enthält ein Zeichen, das in einer Web-Adresse nicht erlaubt ist",
        ),
        (
            "https://stadt.example/ü",
            "„https://stadt.example/ü“ enthält ein Zeichen, das in einer Web-Adresse nicht erlaubt ist",
        ),
        ("https://stadt.example:443/", "„https://stadt.example:443/“ enthält Benutzername oder Port"),
        ("https://stadt.example@evil.example/", "„https://stadt.example@evil.example/“ enthält Benutzername oder Port"),
        ("https://stadt", "„stadt“ ist kein gültiger Servername"),
        ("https:///stadt.example", "„“ ist kein gültiger Servername"),
        (
            "https://stadt.example/?to=https://evil.example",
            "„https://stadt.example/?to=https://evil.example“ enthält eine zweite Adresse (Weiterleitung)",
        ),
    ],
)
def test_a_refused_address_says_why(text: str, message: str) -> None:
    assert refusal(text) == message


@pytest.mark.parametrize(
    "text",
    [
        "https://stadt.example.",
        "https://Stadt.example",
        "https://xn--stdt-loa.example",
        "https://a.xn--p1ai",
        "https://127.0.0.1",
        "https://2130706433",
        "https://0x7f.1",
        "https://[::1]",
        "https://-a.example",
        "https://a-.example",
        "https://a..example",
        "https://a_b.example",
        "https://%73tadt.example",
        "https://" + "a" * 64 + ".example",
        "https://" + "a.." * 100 + "example",
        "https://" + "a." * 130 + "example",
    ],
)
def test_a_host_that_could_be_read_in_two_ways_is_refused(text: str) -> None:
    authority = text.removeprefix("https://")
    assert refusal(text) in {
        f"„{authority}“ ist kein gültiger Servername",
        f"„{text}“ enthält Benutzername oder Port",
    }


@pytest.mark.parametrize(
    "text",
    [
        "https://evilservice.wirtschaft.nrw/",
        "https://service.wirtschaft.nrw.evil.example/",
        "https://service.wirtschaft.nrw@evil.example/",
        "https://service.wirtschaft.nrw\\.evil.example/",
        "https://service.wirtschaft.nrw%2eevil.example/",
        "https://evil.example/service.wirtschaft.nrw",
        "https://evil.example?service.wirtschaft.nrw",
        "https://evil.example#service.wirtschaft.nrw",
        "https://service.wirtschaft.nrw:443@evil.example",
        "https://service。wirtschaft.nrw/",
        "https://servіce.wirtschaft.nrw/",
        "https://ser\u00advice.wirtschaft.nrw/",
        "https://service.wirtschaft.nrw\t/",
        "https:/service.wirtschaft.nrw/",
        "https:service.wirtschaft.nrw/",
        " https://service.wirtschaft.nrw/",
        "https://service.wirtschaft.nrw/?url=//evil.example",
        "https://service.wirtschaft.nrw/?url=%2F%2Fevil.example",
        "https://service.wirtschaft.nrw/?url=hTTp:evil.example",
    ],
)
def test_none_of_the_hand_made_traps_reaches_the_allowed_host(text: str) -> None:
    assert host(text) not in ALLOWED


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("/", True),
        ("/leistungen/hund-anmelden/", True),
        ("/leistungen/hund-anmelden", True),
        ("/404.html", True),
        ("/hilfe/#suche", True),
        ("//evil.example/", False),
        ("/../x", False),
        ("/a//b", False),
        ("/\\evil.example", False),
        ("/a?b=c", False),
        ("leistungen/", False),
        ("#oben", False),
        ("/a\n", False),
    ],
)
def test_an_own_page_is_a_plain_path(text: str, own: bool) -> None:
    assert addresses.is_own_page(text) is own


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("mailto:info@stadt.example", True),
        ("tel:+492452-130", True),
        ("tel:115", True),
        ("mailto:info@stadt.example?bcc=x@evil.example", False),
        ("mailto:a@b.example,c@d.example", False),
        ("mailto:info", False),
        ("tel:12", False),
        ("tel:**21*1#", False),
        ("sms:115", False),
    ],
)
def test_mail_and_phone_links_have_one_plain_recipient(text: str, accepted: bool) -> None:
    assert addresses.is_mail_or_phone(text) is accepted


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("https://x.example", "/"),
        ("https://x.example/", "/"),
        ("https://x.example/a", "/a/"),
        ("https://x.example/a/b/", "/a/b/"),
    ],
)
def test_the_path_of_a_portal_has_slashes_at_both_ends(text: str, path: str) -> None:
    assert addresses.path_of(text) == path


def payloads(corpora: Path) -> list[str]:
    names = ("Open-Redirect-payloads.txt", "open_redirect_wordlist.txt", "openredirects.txt")
    texts = [(corpora / "adversarial" / "open-redirect" / name).read_text(encoding="utf-8") for name in names]
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    return [line.replace("www.whitelisteddomain.tld", "service.wirtschaft.nrw") for line in lines]


@pytest.mark.corpus
@pytest.mark.parametrize("before", ["", "https:", "https://"])
def test_no_open_redirect_payload_passes_for_the_allowed_host(corpora: Path, before: str) -> None:
    lines = payloads(corpora)
    assert len(lines) > 300
    assert [line for line in lines if host(before + line) in ALLOWED] == []


@pytest.mark.corpus
@pytest.mark.parametrize("before", ["https://service.wirtschaft.nrw", "https://service.wirtschaft.nrw/?to="])
def test_no_second_address_hides_in_the_path_or_query_of_the_allowed_host(corpora: Path, before: str) -> None:
    second = [line for line in payloads(corpora) if "//" in line or "%2f%2f" in line.lower() or "http" in line]
    assert len(second) > 200
    assert [line for line in second if host(before + line) in ALLOWED] == []


@pytest.mark.corpus
def test_no_look_alike_host_is_taken_for_the_allowed_one(corpora: Path) -> None:
    names = (corpora / "adversarial" / "open-redirect" / "dnstwist-service.wirtschaft.nrw.txt").read_text().split()
    assert len(names) == 4870
    assert [name for name in names if host(f"https://{name}/") in ALLOWED] == []


@pytest.mark.corpus
def test_every_accepted_address_has_the_host_that_browsers_read(corpora: Path) -> None:
    """`http:` cases are read as `https:`: the URL standard treats both alike but for the default port."""
    cases = json.loads((corpora / "adversarial" / "whatwg-url" / "urltestdata.json").read_text(encoding="utf-8"))
    inputs = [(case["input"].replace("http://", "https://", 1), case) for case in cases if isinstance(case, dict)]
    accepted = [(host(text), case.get("hostname")) for text, case in inputs if host(text)]
    assert len(accepted) > 10
    assert [pair for pair in accepted if pair[0] != pair[1]] == []
