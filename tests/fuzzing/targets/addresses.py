"""An address that is accepted means to a browser what it means to us; whatever else is accepted stays on the portal."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from plugins.catalog import addresses
from plugins.catalog.addresses import AddressError
from tests.fuzzing.placed import DEMO, small_files
from tests.fuzzing.targets import words

TOKENS = words(
    "https:// http:// HTTPS:// // /\\ \\ @ :443 : ? # %2f%2f %00 % xn-- . .. /. service.wirtschaft.nrw "
    "www.rurheim.example evil 127.0.0.1 2130706433 0x7f.1 [::1] localhost \xad 。 ． а \u200b \t \n \r ␣ mailto: "
    "tel: wsp: 99050012104000 +49 /redirect?to= https%3a & = javascript: data: ß ı K"
)
_PORTAL = "https://service.rurheim.example/leistungen/hund-anmelden/"


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    _web(text)
    if addresses.is_own_page(text):
        assert urlsplit(urljoin(_PORTAL, text)).netloc == urlsplit(_PORTAL).netloc
        assert not re.search(r"[\s\"'<>\\@:]|\.\.|//", text)
    if addresses.is_mail_or_phone(text):
        assert not set(text) & set("?&%,;\"'<> \r\n\t")
    if named := addresses.named_target(text):
        assert ":".join(named) == text
    assert re.fullmatch(r"\+?[0-9+]*", addresses.international(text))


def _web(text: str) -> None:
    try:
        found = addresses.parse(text)
    except AddressError:
        assert addresses.host_of(text) is None
        return
    parts = urlsplit(text)
    assert (parts.scheme, parts.netloc, parts.hostname) == ("https", found.host, found.host)
    assert text.isascii()
    assert not re.search(r"[\x00-\x20\x7f\\@]", text.removeprefix("https://").partition("/")[0])
    assert text[len("https://") + len(found.host) :][:1] in ("", "/", "?", "#")
    assert addresses.parse(found.text) == found
    assert addresses.is_host(found.host)


def seeds() -> Iterator[bytes]:
    for _, data in small_files(DEMO, "**/*"):
        yield from re.findall(rb"https://[^\s)\"'>]+|mailto:[^)\s]+|wsp:\d{14}", data)[:3]
    yield from (b"/leistungen/hund-anmelden/#gebuehren", b"tel:+49-2452-130", b"mailto:a@rurheim.example", b"bundid:")
