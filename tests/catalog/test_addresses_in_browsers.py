"""What an address means is what browsers read in it: Node's `URL` is the one that Chromium follows (WHATWG)."""

import json
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.catalog import addresses, markdown
from plugins.pages.assets import node

READ = """const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const parts = ({ protocol, hostname }) => [protocol, hostname];
const read = (text) => { try { return parts(new URL(text, "https://portal.example/")); } catch { return null; } };
console.log(JSON.stringify(texts.map(read)));"""
HOSTILE = (
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java&#x09;script:alert(1)"),
    *("java&NewLine;script:alert(1)", "&#106;avascript&colon;alert(1)", "\x01javascript:alert(1)", " javascript:1"),
    *("vbscript:x", "data:text/html,x", "blob:https://a.example/x", "file:///etc/passwd"),
)
SYNTAXES = ("[x](@)", "[x](<@>)", "[x][1]\n\n[1]: @", "<@>", '[x](@ "y")')
TRAPS = (
    "https://evilservice.wirtschaft.nrw/",
    "https://service.wirtschaft.nrw.evil.example/",
    "https://service.wirtschaft.nrw@evil.example/",
    "https://service.wirtschaft.nrw\\@evil.example/",
    "https://service.wirtschaft.nrw:443/",
    "https://service.wirtschaft.nrw./",
    "https://service.wirtschaft.nrw\t/",
    "https://servіce.wirtschaft.nrw/",
    "https://ser\u00advice.wirtschaft.nrw/",
    "https://service。wirtschaft.nrw/",
    "https://xn--servce-fwf.wirtschaft.nrw/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://127.1/",
    "https://[::1]/",
    "https:service.wirtschaft.nrw",
    "https:/service.wirtschaft.nrw",
    "https:///service.wirtschaft.nrw",
    "https://service.wirtschaft.nrw%2eevil.example/",
    "https://service_wirtschaft.nrw/",
    "https://SERVICE.wirtschaft.nrw/",
    "https://service..wirtschaft.nrw/",
)


def in_browsers(texts: list[str]) -> list[list[str] | None]:
    """Scheme and host that a browser reads in each address on a page of our portal; None for what is no address."""
    done = subprocess.run([node(), "-e", READ], input=json.dumps(texts), capture_output=True, text=True, check=True)
    found: list[list[str] | None] = json.loads(done.stdout)
    return found


def misread(texts: list[str]) -> list[tuple[str, str | None]]:
    """Accepted addresses that lead a browser elsewhere than to the host we read."""
    accepted = [(text, host) for text in texts if (host := addresses.host_of(text))]
    assert accepted
    seen = in_browsers([text for text, _ in accepted])
    return [pair for pair, read in zip(accepted, seen, strict=True) if read != ["https:", pair[1]]]


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hrefs += [value or "" for name, value in attrs if name == "href"]


def hrefs(texts: list[str]) -> list[str]:
    """Everything that links lead to, in all ways to write a link in Markdown."""
    reader = _Links()
    for text in texts:
        for syntax in SYNTAXES:
            reader.feed(markdown.to_html(syntax.replace("@", text)))
    return reader.hrefs


def strange(links: list[str]) -> list[str]:
    """Links that are of another scheme for a browser."""
    read = in_browsers(links)
    return [link for link, found in zip(links, read, strict=True) if found and found[0] not in SCHEMES]


SCHEMES = {"https:", "mailto:", "tel:"}


def test_of_all_traps_only_a_look_alike_is_an_address_and_keeps_its_own_host() -> None:
    accepted = [text for text in TRAPS if addresses.host_of(text)]
    assert accepted == [
        "https://evilservice.wirtschaft.nrw/",
        "https://service.wirtschaft.nrw.evil.example/",
    ]
    assert misread([*TRAPS, "https://service.wirtschaft.nrw/a?b#c"]) == []


def test_no_way_to_write_a_link_leads_to_another_scheme() -> None:
    assert len(HOSTILE) * len(SYNTAXES) == 60
    assert strange(hrefs([*HOSTILE, "https://a.example/", "mailto:a@b.example", "tel:115", "/hilfe/"])) == []


def url_tests(corpora: Path) -> list[str]:
    """Inputs and results of the URL standard's tests, as they are and in place of a host, `http:` as `https:`."""
    folder = corpora / "adversarial" / "whatwg-url"
    parsing = json.loads((folder / "urltestdata.json").read_text("utf-8"))
    setting = json.loads((folder / "setters_tests.json").read_text("utf-8"))
    inputs = [str(case["input"]) for case in parsing if isinstance(case, dict)]
    changes = [case for cases in setting.values() for case in cases if isinstance(case, dict)]
    inputs += [text for case in changes for text in (case["href"], case["new_value"], *case["expected"].values())]
    return [form for text in inputs for form in (text, text.replace("http:", "https:", 1), f"https://{text}")]


def names(corpora: Path) -> list[str]:
    """Internationalised names as they are tested, also as labels, and look-alikes."""
    folder = corpora / "adversarial"
    idna = (folder / "idna/IdnaTestV2.txt").read_text("utf-8").splitlines()
    cells = [cell.strip().strip('"') for line in idna for cell in line.partition("#")[0].split(";")]
    codes = [
        str(case[part])
        for name in ("punycode_tests.json", "bad_punycode_tests.json")
        for case in json.loads((folder / "idna" / name).read_text("utf-8"))
        for part in ("encoded", "decoded")
        if part in case
    ]
    twins = (folder / "open-redirect/dnstwist-service.wirtschaft.nrw.txt").read_text("utf-8").split()
    return [*cells, *codes, *(f"xn--{code}.de" for code in codes), *twins]


@pytest.mark.corpus
def test_an_accepted_address_has_the_host_that_a_browser_reads(corpora: Path) -> None:
    texts = [*url_tests(corpora), *(f"https://{name}/" for name in names(corpora))]
    assert len(texts) > 20_000
    assert misread(texts) == []


@pytest.mark.corpus
def test_no_test_of_the_url_standard_becomes_a_link_of_another_scheme(corpora: Path) -> None:
    links = hrefs(sorted({text for text in url_tests(corpora) if "\n" not in text and len(text) < 500}))
    assert len(links) > 500
    assert strange(links) == []
