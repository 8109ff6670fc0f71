"""Content that attacks: what the checks let through is shown as text, what they refuse never gets that far."""

import json
import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from plugins.hosting.policy import content_security_policy
from tests.browser.conftest import Visitor
from tests.conftest import CONTENT, Draft
from tests.pages.theme import environment
from tests.portals import TINY_DAY, Portal, build
from tests.serving import served

pytestmark = pytest.mark.browser

SHOWN = (
    '"\' onmouseover=alert(1) x="',
    "' onfocus='alert(1)' autofocus='",
    '"><3',
    "& &amp; &quot; &#39;",
    "{{7*7}} {{config}}",
    "{% raw %}{% endraw %}",
    "{# gone? #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;",
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "\\u003cscript\\u003ealert(1)",
    "]]> --> */ ;alert(1)//",
    "`${alert(1)}`",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "::error file=x::y %0A::",
    "*/ url(x) expression(alert(1))",
)
REFUSED = (
    "<script>alert(1)</script>",
    "x </script> y",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!-- x -->",
    "<iframe srcdoc='x'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "[Klick](javascript:alert(1))",
    "[Klick](JaVaScRiPt:alert(1))",
    "[Klick](data:text/html,x)",
    "[Klick](vbscript:x)",
    "[Klick](//elsewhere.example/)",
    "[Klick](https://elsewhere.example/)",
    "[Klick][a]\n\n[a]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://elsewhere.example/x.png)",
)
SECTIONS = (
    *("Kurztext", "Volltext", "Voraussetzungen", "Erforderliche Unterlagen", "Verfahrensablauf", "Kosten", "Fristen"),
    *("Bearbeitungsdauer", "Formulare", "Rechtsgrundlagen", "Rechtsbehelf", "Zuständige Stelle", "Ansprechpunkt"),
    *("Hinweise", "Weiterführende Informationen"),
)
HOOKS = """window.executions = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...what) => { window.executions.push(`${name}(${what})`); };"""


def service(number: int, payload: str) -> str:
    """A service with the payload in every field that holds free text."""
    front = {
        "title": f"Angriff {number} {payload}",
        "official_name": payload,
        "level": "municipal",
        "audience": ["citizens"],
        "topics": ["tiere"],
        "synonyms": [payload],
        "owner": "ordnungsamt",
        "offices": ["ordnungsamt"],
        "reviewed_on": "2026-10-15",
        "review_by": "2027-10-15",
        "fees": [{"label": payload, "note": payload, "source": payload}],
        "legal_basis": [{"name": payload, "title": payload}],
        "channels": [
            {"kind": "portal", "portal": "wirtschaftsportal", "label": payload, "note": payload, "choose": payload},
            {"kind": "phone", "label": payload, "note": payload},
        ],
    }
    marks = {"Kurztext": "Angriff:", "Verfahrensablauf": "1."}
    texts = "".join(f"\n## {heading}\n\n{marks.get(heading, '-')} {payload}\n" for heading in SECTIONS)
    texts = texts.replace(f"Angriff: {payload}", f"Angriff: {payload.replace('`', '´')}")
    return f"---\n{yaml.safe_dump(front, allow_unicode=True)}---\n{texts}"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """The tiny town with one attack after the other among its services."""
    folder = tmp_path_factory.mktemp("attacked")
    content = shutil.copytree(CONTENT, folder / "content")
    for number, payload in enumerate(SHOWN):
        (content / "services" / f"angriff-{number}.md").write_text(service(number, payload), "utf-8")
    return build(content, "grossstadt", folder / "output", SOURCE_DATE_EPOCH=TINY_DAY)


@pytest.fixture(scope="module")
def attacked_site(attacked: Portal) -> Iterator[str]:
    """Where it is served."""
    with served(attacked.folder) as address:
        yield address


def executions(page: Page) -> list[str]:
    """What ran, after every element was hovered over, focused and clicked as far as a script can do that."""
    page.evaluate("""() => { for (const part of document.querySelectorAll("body *:not(button, a)"))
      for (const name of ["mouseover", "focus", "error", "load", "toggle"]) part.dispatchEvent(new Event(name)); }""")
    page.wait_for_timeout(100)
    found: list[str] = page.evaluate("window.executions")
    return found


@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without the policy"])
def test_every_attack_is_shown_as_the_text_it_is(bypass: bool, attacked_site: str, browser: Browser) -> None:
    visitor = Visitor(browser, attacked_site)
    with visitor.closing:
        page = visitor.blank(bypass_csp=bypass)
        page.add_init_script(HOOKS)
        for number, payload in enumerate(SHOWN):
            page.goto(f"{attacked_site}/leistungen/angriff-{number}/")
            assert page.locator("h1").inner_text() == f"Angriff {number} {payload}"
            assert page.title().startswith(f"Angriff {number} {payload} – ")
            assert executions(page) == [], payload


@pytest.mark.parametrize("address", ["/", "/leistungen/", "/themen/tiere/", "/suche/", "/stellen/ordnungsamt/"])
def test_no_list_runs_what_it_lists(address: str, attacked_site: str, browser: Browser) -> None:
    visitor = Visitor(browser, attacked_site)
    with visitor.closing:
        page = visitor.blank(bypass_csp=True)
        page.add_init_script(HOOKS)
        page.goto(attacked_site + address)
        assert executions(page) == []


def test_hits_show_attacks_as_text(attacked_site: str, browser: Browser) -> None:
    visitor = Visitor(browser, attacked_site)
    with visitor.closing:
        page = visitor.blank(bypass_csp=True)
        page.add_init_script(HOOKS)
        page.goto(f"{attacked_site}/suche/?q=angriff")
        expect(page.locator(".result__title")).to_have_count(len(SHOWN))
        titles = {title.inner_text() for title in page.locator(".result__title").all()}
        assert titles == {f"Angriff {number} {payload}" for number, payload in enumerate(SHOWN)}
        assert executions(page) == []


TYPED = (
    *("hund~99999", "a:b", "+", "-hund", "*", "^", "titel:hund", "__proto__", "constructor", "toString hasOwnProperty"),
    *("\\", "[", "(?=", "%00", "{{7*7}}", "$&", "\u202e\u2066", "e\u0301" * 50, "\U0001f415" * 200),
    *("x" * 100_000, "hund " * 20_000, "hundesteuer" * 9_000, "*innen" * 16_000, "ä" * 100_000, "- " * 50_000),
)
ASK = """async (texts) => {
  const ask = (text, id) => new Promise((resolve) => {
    const began = performance.now();
    searchWorker.addEventListener("message", function heard({ data }) {
      if (data.id !== id && data.type !== "failed") return;
      searchWorker.removeEventListener("message", heard);
      resolve({ type: data.type, total: data.total, time: performance.now() - began });
    });
    searchWorker.postMessage({ type: "query", id, text, limit: 20, chosen: {} });
  });
  const answers = [];
  for (const [place, text] of texts.entries()) answers.push(await ask(text, `own ${place}`));
  return answers;
}"""
CAPTURED = (
    "window.Worker = class extends Worker { constructor(...how) { super(...how); window.searchWorker = this; } };"
)


def answered(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """What the worker of a search page answers to each text, and after how many milliseconds."""
    page.add_init_script(CAPTURED)
    page.goto("/suche/?q=hund")
    page.locator(".result").first.wait_for()
    found: list[dict[str, Any]] = page.evaluate(ASK, texts)
    return found


def assert_answered(found: list[dict[str, Any]]) -> None:
    """Each text is answered; half of them at once, even on a busy machine."""
    assert {answer["type"] for answer in found} == {"results"}
    assert statistics.median(answer["time"] for answer in found) < 50
    assert max(answer["time"] for answer in found) < 1_000


def test_whatever_is_typed_is_answered_at_once(visitor: Visitor) -> None:
    assert_answered(answered(visitor.blank(base_url=visitor.site), list(TYPED)))


@pytest.mark.corpus
def test_every_naughty_string_is_answered_at_once(corpora: Path, visitor: Visitor) -> None:
    naughty = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text("utf-8"))
    assert len(naughty) == 515
    assert_answered(answered(visitor.blank(base_url=visitor.site), naughty))


@pytest.mark.corpus
def test_no_naughty_string_runs_when_it_is_searched_for(corpora: Path, visitor: Visitor) -> None:
    naughty = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text("utf-8"))
    page = visitor.blank(bypass_csp=True)
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.add_init_script(HOOKS)
    page.goto(f"{visitor.site}/suche/")
    for text in [one for one in (*naughty, *TYPED) if "<" in one or "script" in one or "{" in one]:
        asked = " ".join(text[:100].split())
        page.evaluate("(text) => { history.pushState(null, '', '?' + new URLSearchParams({ q: text })); }", asked)
        page.evaluate("dispatchEvent(new PopStateEvent('popstate'))")
        if asked:
            expect(page.get_by_role("status")).to_contain_text(f"„{asked}“")
    assert executions(page) == []
    assert complaints == []
    assert page.locator("main").locator("script, img, svg, iframe, object, embed, style, link, base").count() == 0


def test_the_same_service_without_an_attack_is_accepted(write: Draft) -> None:
    assert write("services/angriff.md", service(0, "x")) == []


@pytest.mark.parametrize("payload", REFUSED)
def test_an_attack_with_markup_or_a_strange_link_is_refused(payload: str, write: Draft) -> None:
    problems = write("services/angriff.md", service(0, "x").replace("## Volltext\n\n- x", f"## Volltext\n\n{payload}"))
    assert {problem.place.path for problem in problems} == {"services/angriff.md"}


@pytest.mark.parametrize("payload", REFUSED[:7])
def test_markup_is_refused_in_a_title_too(payload: str, write: Draft) -> None:
    assert write("services/angriff.md", service(0, "x").replace("Angriff 0 x", json.dumps(payload)))


PAGE = """{% from "components/prose/prose.html" import prose %}{% from "components/notice/notice.html" import notice %}
<!doctype html><html lang="de"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{ policy }}"><title>{{ texts | join(" ") }}</title></head><body>
{% for text in texts %}<section title="{{ text }}">{{ notice(text, text) }}{{ prose(text) }}</section>{% endfor %}
</body></html>"""


def test_an_attack_that_runs_would_be_noticed(visitor: Visitor) -> None:
    page = visitor.blank()
    page.add_init_script(HOOKS)
    page.goto("data:text/html,<p onmouseover='alert(1)'>x</p>")
    assert executions(page) == ["alert(1)"]


@pytest.mark.corpus
@pytest.mark.parametrize("bypass", [False, True], ids=["with the policy", "without the policy"])
def test_no_public_payload_runs(bypass: bool, corpora: Path, tmp_path: Path, browser: Browser) -> None:
    vectors = json.loads((corpora / "adversarial" / "owasp-xss" / "vectors.json").read_text("utf-8"))
    naughty = json.loads((corpora / "adversarial" / "blns" / "blns.json").read_text("utf-8"))
    texts = [vector["payload"] for vector in vectors] + naughty
    html = environment().from_string(PAGE).render(texts=texts, policy=content_security_policy())
    (tmp_path / "index.html").write_text(html, "utf-8", "replace")
    with served(tmp_path) as site:
        visitor = Visitor(browser, site)
        with visitor.closing:
            page = visitor.blank(bypass_csp=bypass)
            page.add_init_script(HOOKS)
            requests: list[str] = []
            page.on("request", lambda request: requests.append(request.url))
            page.goto(f"{site}/")
            page.wait_for_timeout(1_000)
            assert executions(page) == []
            assert requests == [f"{site}/"]
            assert page.locator("section").count() == len(texts)
            assert page.locator("script, img, svg, iframe, object, embed, form, style, link, base").count() == 0
