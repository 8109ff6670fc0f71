"""What the probe says to each fault of a deployed portal."""

from collections.abc import Callable

import pytest

from plugins.probe.__main__ import main
from plugins.probe.asking import Asker
from plugins.probe.topics import ORDER
from tests.probe.site import File, Site

RULES = "→ Binden Sie die Regeln aus .hosting/ ein, siehe docs/hosting.md."
NEW = "→ Veröffentlichen Sie das Portal neu."
ASSETS = "→ Veröffentlichen Sie den Ordner assets ganz"
STYLE = "/assets/style-0a1b2c3d.css"


def probed(site: Site, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """Exit code and report, with the address of the portal as `URL`."""
    code = main([site.url], Asker(timeout=2, deadline=4))
    return code, capsys.readouterr().out.replace(site.url, "URL")


def test_a_good_portal_has_no_fault(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = probed(site, capsys)
    assert (code, said.count("✓"), said.count("✗")) == (0, 16, 0)
    assert said.splitlines()[-1] == "2 Seiten gelesen, 12 Adressen gefragt: alles in Ordnung"


def status(path: str, code: int) -> Callable[[Site], None]:
    return lambda site: setattr(site.files[path], "status", code)


def header(path: str, name: str, value: str) -> Callable[[Site], None]:
    return lambda site: site.files[path].headers.__setitem__(name, value)


def text(path: str, old: str, new: str) -> Callable[[Site], None]:
    return lambda site: site.change(path, old.replace("URL", site.url), new.replace("URL", site.url))


def file(path: str, body: str, media_type: str = "text/plain", code: int = 200) -> Callable[[Site], None]:
    return lambda site: site.files.__setitem__(path, File(body.replace("URL", site.url).encode(), media_type, code))


def media_type(path: str, kind: str) -> Callable[[Site], None]:
    return lambda site: setattr(site.files[path], "media_type", kind)


def rewritten(site: Site, path: str, old: bytes, new: bytes) -> None:
    site.files[path].body = site.files[path].body.replace(old, new)


def without_error_page(site: Site) -> None:
    del site.files["/404.html"]
    site.unknown = File(b"nginx", status=404)


def without_languages(site: Site) -> None:
    for path in ("/", "/en/"):
        rewritten(site, path, b"hreflang", b"x")


def without_policy(site: Site) -> None:
    site.change("/", "Content-Security-Policy", "x")
    del site.files["/"].headers["Content-Security-Policy"]


FAULTS = [
    ("reachable", status("/en/", 500), "URL/en/: antwortet nicht: Status 500", NEW),
    (
        "unknown",
        lambda site: setattr(site, "unknown", File(b"Hallo")),
        "URL/…: eine unbekannte Adresse antwortet mit: Status 200",
        "→ Stellen Sie 404.html als Seite für Fehler 404 ein.",
    ),
    (
        "unknown",
        lambda site: setattr(site, "unknown", File(b"nginx", status=404)),
        "URL/…: eine unbekannte Adresse zeigt nicht die Seite des Portals",
        "",
    ),
    (
        "unknown",
        without_error_page,
        "URL/404.html: die Seite für unbekannte Adressen fehlt: Status 404",
        "→ Veröffentlichen Sie 404.html mit dem Portal.",
    ),
    (
        "moved",
        lambda site: site.files.pop("/alt/"),
        "URL/alt/: führt nicht nach /en/: Status 404",
        RULES,
    ),
    (
        "moved",
        header("/alt/", "Location", "/"),
        "URL/alt/: führt nicht nach /en/, sondern nach URL/",
        RULES,
    ),
    (
        "moved",
        text("/alt.html", "url=/", "url=/en/"),
        "URL/alt.html: führt nicht nach /, sondern nach URL/en/",
        RULES,
    ),
    (
        "moved",
        file("/alt/", "<h1>Willkommen</h1>", "text/html"),
        "URL/alt/: führt nicht nach /en/, sondern nach URL/alt/",
        RULES,
    ),
    ("sitemap", file("/sitemap.xml", "<x", "application/xml"), "URL/sitemap.xml: ist kein lesbares XML", ""),
    ("sitemap", file("/sitemap.xml", "", code=404), "URL/sitemap.xml: antwortet nicht: Status 404", ""),
    ("sitemap", file("/sitemap.xml", "<urlset/>", "text/xml"), "URL/sitemap.xml: ist keine Sitemap", ""),
    (
        "sitemap",
        text("/sitemap.xml", "URL/en/", "https://other.example/"),
        "https://other.example/: steht in der Sitemap, gehört aber nicht zum Portal",
        "→ Bauen Sie mit SITEURL=URL",
    ),
    ("sitemap", text("/sitemap.xml", "URL/en/", "URL/"), "URL/sitemap.xml: nennt 1 Seiten mehrfach", NEW),
    ("robots", status("/robots.txt", 404), "URL/robots.txt: fehlt: Status 404", "→ Veröffentlichen Sie robots.txt"),
    ("robots", text("/robots.txt", "User", "Disallow: /\nUser"), "URL/robots.txt: sperrt alle Suchmaschinen aus", ""),
    (
        "robots",
        text("/robots.txt", "Sitemap", "X"),
        "URL/robots.txt: nennt keine Sitemap dieses Portals",
        "→ Zeile: Sitemap: URL/sitemap.xml",
    ),
    (
        "indexing",
        text("/en/", "<title>", '<meta name="robots" content="NOINDEX, follow"><title>'),
        "URL/en/: ist für Suchmaschinen gesperrt (noindex)",
        "→ Bauen Sie mit make publish, nicht als Vorschau (PREVIEW=1)",
    ),
    ("indexing", header("/", "X-Robots-Tag", "noindex"), "URL/: ist für Suchmaschinen gesperrt (noindex)", ""),
    (
        "canonical",
        text("/en/", 'canonical" href="URL/en/', 'canonical" href="https://test.example/en/'),
        "URL/en/: nennt als gültige Adresse: https://test.example/en/",
        "→ Bauen Sie mit SITEURL=URL",
    ),
    ("canonical", text("/en/", "canonical", "x"), "URL/en/: nennt als gültige Adresse: keine", ""),
    (
        "languages",
        text("/en/", "hreflang", "x"),
        "URL/: nennt URL/en/ (en), aber die Seite nennt sie nicht",
        "→ Veröffentlichen Sie alle Seiten des Portals aus einem Bau.",
    ),
    (
        "languages",
        text("/", "x-default", "fr"),
        "URL/: nennt bei den Sprachen sich selbst oder x-default nicht",
        "",
    ),
    (
        "structured",
        text("/", '"@graph": []', '"@graph": ['),
        "URL/: enthält JSON-LD, das sich nicht lesen lässt",
        NEW,
    ),
    (
        "media_types",
        media_type(STYLE, "text/plain"),
        f"URL{STYLE}: hat den Typ „text/plain“",
        "→ Stellen Sie am Server ein: text/css",
    ),
    ("media_types", media_type("/en/", "text/html"), "URL/en/: hat den Typ „text/html“", "text/html; charset=utf-8"),
    ("headers", header("/", "X-Content-Type-Options", ""), "URL/: X-Content-Type-Options fehlt", "→ X-Content"),
    ("headers", header("/", "Referrer-Policy", ""), "URL/: Referrer-Policy fehlt", "→ Referrer-Policy: no-referrer"),
    ("headers", header("/", "Permissions-Policy", ""), "URL/: Permissions-Policy fehlt", "→ Permissions-Policy: acc"),
    ("headers", header("/", "Cross-Origin-Opener-Policy", ""), "URL/: Cross-Origin-Opener-Policy fehlt", "same-origin"),
    ("headers", header("/", "Cross-Origin-Resource-Policy", ""), "URL/: Cross-Origin-Resource-Policy fehlt", "same-"),
    ("headers", without_policy, "URL/: Content-Security-Policy fehlt", "→ Veröffentlichen Sie die Seiten unverändert."),
    (
        "headers",
        header("/", "Content-Security-Policy", "default-src 'none'"),
        "URL/: fremde Seiten dürfen diese in einem Rahmen zeigen",
        "→ Content-Security-Policy: frame-ancestors 'none'",
    ),
    (
        "headers",
        text("/en/", "default-src 'none'", "default-src 'none'; frame-src https://formulare.kreis.example"),
        "URL/en/: die Kopfzeile verbietet das Formular von https://formulare.kreis.example",
        "→ Lesen Sie nach dem Veröffentlichen die Konfiguration neu ein: nginx -s reload",
    ),
    (
        "caching",
        header("/en/", "Cache-Control", "max-age=86400"),
        "URL/en/: wird länger als eine Stunde behalten",
        "→ Für Seiten: Cache-Control: max-age=60",
    ),
    (
        "caching",
        header(STYLE, "Cache-Control", "max-age=60"),
        f"URL{STYLE}: wird nicht lange behalten: „max-age=60“",
        "→ Für assets/ ohne search.json und für media/: Cache-Control: max-age=31536000, immutable",
    ),
    (
        "caching",
        header("/assets/search.json", "Cache-Control", "max-age=31536000, immutable"),
        "URL/assets/search.json: wird länger als eine Stunde behalten",
        "→ Für Dateien ohne Prüfwert: Cache-Control: max-age=60",
    ),
    (
        "compression",
        lambda site: setattr(site, "compresses", False),
        "URL/: kommt unkomprimiert an",
        "→ Schalten Sie gzip für Texte ein.",
    ),
    (
        "search",
        lambda site: site.files.pop("/assets/search-0a1b2c3d/index.bin"),
        "URL/assets/search-0a1b2c3d/index.bin: fehlt der Suche: Status 404",
        f"{ASSETS}, mit assets/search.json.",
    ),
    ("search", text("/", "data-index", "x"), "URL/: hat kein Suchfeld", "→ Veröffentlichen Sie die Seiten"),
    (
        "resources",
        text("/", "<body>", '<body><img src="https://zaehler.example/1.gif">'),
        "URL/: lädt von einem anderen Server: https://zaehler.example/1.gif",
        "→ Entfernen Sie, was der Server oder ein Vermittler in die Seiten einfügt.",
    ),
    ("resources", text("/", "<body>", '<body><img src="/x.png">'), "URL/x.png: fehlt: Status 404", f"{ASSETS}."),
    ("links", text("/", "/en/#oben", "/weg über/"), "URL/weg über/: Link ins Leere: Status 404", ""),
    ("links", text("/", "/en/#oben", "/weg/"), "URL/weg/: Link ins Leere: Status 404", "→ Verlinkt auf: URL/"),
]


@pytest.mark.parametrize(
    ("plant", "message", "remedy"),
    [pytest.param(*fault[1:], id=f"{fault[0]}: {fault[2]}") for fault in FAULTS],
)
def test_each_fault_is_told_with_its_remedy(
    site: Site, capsys: pytest.CaptureFixture[str], plant: Callable[[Site], None], message: str, remedy: str
) -> None:
    plant(site)
    code, said = probed(site, capsys)
    assert code == 1
    assert f"    {message}\n        → " in said
    assert remedy in said


def test_a_server_that_has_nothing_gets_no_praise(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.files.clear()
    site.unknown = File(b"nginx", status=404)
    code, said = probed(site, capsys)
    assert (code, said.count("✓"), said.count("✗"), said.count("– ")) == (1, 0, 4, 12)
    assert "– Frühere Adressen leiten weiter: nicht geprüft, der Server zeigt die Liste /_redirects nicht\n" in said
    assert "– Texte kommen komprimiert an: nicht geprüft, kein Text mit mehr als 1024 Zeichen kam an\n" in said
    assert said.splitlines()[-1] == "0 Seiten gelesen, 6 Adressen gefragt: 4 Fehler, 12 Themen nicht geprüft"


UNPROBED = [
    (status("/_redirects", 404), "der Server zeigt die Liste /_redirects nicht"),
    (file("/_redirects", "<h1>Startseite</h1>", "text/html"), "der Server zeigt die Liste /_redirects nicht"),
    (
        lambda site: [text(path, "application/ld+json", "text/plain")(site) for path in ("/", "/en/")],
        "keine gelesene Seite enthält JSON-LD",
    ),
    (
        without_languages,
        "keine Seite dieses Portals nennt andere Sprachen",
    ),
]


@pytest.mark.parametrize(("plant", "why"), UNPROBED)
def test_what_nobody_could_look_at_is_said_and_is_no_success(
    site: Site, capsys: pytest.CaptureFixture[str], plant: Callable[[Site], None], why: str
) -> None:
    plant(site)
    code, said = probed(site, capsys)
    assert (code, said.count("✓"), said.count("✗")) == (3, 15, 0)
    assert f": nicht geprüft, {why}\n" in said
    assert said.splitlines()[-1].endswith(": kein Fehler, aber 1 Thema nicht geprüft")


def test_a_portal_without_former_addresses_has_none_that_lead_nowhere(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    file("/_redirects", "")(site)
    assert probed(site, capsys)[0] == 0


def test_languages_of_a_page_whose_valid_address_is_elsewhere_are_told_there(
    site: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    """A portal built with another SITEURL has one fault for each page, not one more for each of its languages."""
    for path in ("/", "/en/"):
        rewritten(site, path, site.url.encode(), b"https://test.example")
    code, said = probed(site, capsys)
    assert (code, said.count("✗")) == (1, 1)
    assert "– Sprachen einer Seite nennen einander (hreflang): nicht geprüft" in said


def test_each_topic_has_a_fault_here() -> None:
    assert {fault[0] for fault in FAULTS} == set(ORDER)
