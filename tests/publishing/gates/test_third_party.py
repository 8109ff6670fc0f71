"""Nobody but us learns who visits a portal."""

import pytest

from plugins.publishing.gates import third_party
from tests.portals import TINY_URL
from tests.publishing.gates.conftest import Built

HEAD = '<meta name="viewport"'


def faults(built: Built, html: str) -> list[str]:
    return list(third_party.check(built.changed("hilfe/index.html", HEAD, html + HEAD)))


def test_a_portal_that_asks_only_itself_passes(built: Built) -> None:
    assert list(third_party.check(built.sight)) == []
    pages = len(built.sight.new.pages)
    assert third_party.seen(built.sight) == f"{pages} Seiten, 4 Dateien mit Gestaltung und Programmen"


@pytest.mark.parametrize(
    "html",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<script src="//cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="https://cdn.example/x.js">',
        '<link rel="Shortcut ICON" href="https://cdn.example/x.js">',
        '<link rel="preload" as="font" href="https://cdn.example/x.js">',
        '<link rel="dns-prefetch" href="//cdn.example/x.js">',
        '<img src="https://cdn.example/x.js" alt="">',
        '<img srcset="/icon-192.png 1x, https://cdn.example/x.js 2x" alt="">',
        '<picture><source srcset="https://cdn.example/x.js"></picture>',
        '<video poster="https://cdn.example/x.js"></video>',
        '<iframe src="https://cdn.example/x.js"></iframe>',
        '<object data="https://cdn.example/x.js"></object>',
        '<form action="https://cdn.example/x.js"></form>',
        '<button formaction="https://cdn.example/x.js"></button>',
        '<a href="/" ping="https://cdn.example/x.js">x</a>',
        '<svg><image href="https://cdn.example/x.js"/></svg>',
        '<svg><image xlink:href="https://cdn.example/x.js"/></svg>',
        '<link rel=preload as=image imagesrcset="https://cdn.example/x.js 2x">',
        '<img src="\\\\cdn.example\\x.js">',
        '<img src=" \t//cdn.example/\nx.js">',
        f'{"<div>" * 400}<img src="//cdn.example/x.js">{"</div>" * 400}',
        '<meta http-equiv="Refresh" content="5;URL=\'https://cdn.example/x.js\'">',
        '<meta http-equiv="refresh" content="0; https://cdn.example/x.js">',
        '<meta http-equiv="refresh" content="0,https://cdn.example/x.js">',
        '<link rel="prerender" href="https://cdn.example/x.js">',
        '<link rel="preconnect" href="https://cdn.example/x.js">',
        '<svg><rect fill="url(https://cdn.example/x.js)"/></svg>',
        "<svg><rect mask=\"URL( 'https://cdn.example/x.js' )\"/></svg>",
        '<noscript><img src="https://cdn.example/x.js"></noscript>',
        "<script\nSRC=https://cdn.example/x.js async></script>",
    ],
)
def test_what_a_browser_would_ask_a_stranger_for_is_named_with_its_page(built: Built, html: str) -> None:
    (found,) = faults(built, html)
    assert found.removeprefix("„https:").removeprefix("//") == (
        "cdn.example/x.js“ würde beim Öffnen gefragt; so steht es auf /hilfe/."
    )


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://cdn.example/">x</a>',
        '<link rel="canonical" href="https://cdn.example/">',
        '<link rel="alternate" hreflang="en" href="https://cdn.example/">',
        f'<img src="{TINY_URL}/icon-192.png" alt="">',
        '<img src="data:image/png;base64,AA==" alt="">',
    ],
)
def test_links_and_what_is_ours_pass(built: Built, html: str) -> None:
    assert faults(built, html) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("assets/x.css", "@import 'https://cdn.example/a';"),
        ("assets/x.css", "a{background:url( //cdn.example/a )}"),
        ("assets/x.css", '@font-face{src:URL("https://cdn.example/a")}'),
        ("assets/x.css", 'a{background:image-set("https://cdn.example/a" 1x)}'),
        ("assets/x.css", '@import/**/"//cdn.example/a";'),
        ("assets/x.css", "a{background:u\\72l(https\\3a //cdn.example/a)}"),
        ("assets/x.css", "a{background:url(h\\74 tps:\\2f/cdn.example/a)}"),
        ("logo.svg", '<svg><rect fill="url(https&#58;//cdn.example/a)"/></svg>'),
        ("logo.svg", "<svg><style>@import '//cdn.example/a';</style></svg>"),
        ("site.webmanifest", r'{"icons":[{"src":"https:\/\/cdn.example\/a"}]}'),
        ("site.webmanifest", r'{"start_url":"\u002f\u002fcdn.example/a"}'),
        ("assets/x.mjs", r'const a="https:\/\/cdn.example/a"'),
        ("assets/x.mjs", r'const a="\x68ttps://cdn.example/a"'),
        ("assets/x.mjs", "const a=`//cdn.example/a`"),
        ("assets/x.mjs", 'import"https://cdn.example/a";'),
        ("assets/x.mjs", "import { a } from 'https://cdn.example/a';"),
        ("assets/x.mjs", "const a=await import(`https://cdn.example/a`)"),
        ("assets/x.js", 'fetch("https://cdn.example/a")'),
        ("assets/x.mjs", 'new WebSocket("wss://cdn.example/a")'),
        ("assets/x.mjs", 'xhr.open("GET","https://cdn.example/a")'),
        ("assets/x.mjs", 'image.src="//cdn.example/a"'),
        ("logo.svg", '<svg><image xlink:href="https://cdn.example/a"/></svg>'),
        ("site.webmanifest", '{"icons":[{"src": "https://cdn.example/a"}]}'),
    ],
)
def test_styles_scripts_and_drawings_that_load_from_a_stranger_are_named(built: Built, name: str, text: str) -> None:
    (found,) = third_party.check(built.having(name, text.encode()))
    assert found.startswith(f"{name} lädt „")
    assert found.endswith("//cdn.example/a“.")


def test_a_namespace_and_a_comment_are_no_request(built: Built) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><!-- https://cdn.example/ --><use href="#a"/></svg>'
    assert list(third_party.check(built.having("logo.svg", drawing))) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "assets/x.mjs",
            "/* Licensed under the MPL, https://cdn.example/ */ // eins //zwei\nif(a.protocol==='https:')b()",
        ),
        ("assets/x.css", "/* https://cdn.example/ */a{background:url(data:image/png;base64,AA//BB==)}"),
        ("assets/x.mjs", f"const a='{TINY_URL}/api/';document.createElementNS('http://www.w3.org/2000/svg','g')"),
        ("site.webmanifest", f'{{"start_url": "{TINY_URL}/", "id": "/"}}'),
    ],
)
def test_comments_vocabularies_and_what_is_ours_pass(built: Built, name: str, text: str) -> None:
    assert list(third_party.check(built.having(name, text.encode()))) == []


def test_a_page_that_is_read_again_after_a_while_leads_nowhere(built: Built) -> None:
    assert faults(built, '<meta http-equiv="refresh" content="300">') == []
