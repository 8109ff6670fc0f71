"""Nothing in a page runs by itself, and the page forbids it."""

import pytest

from plugins.publishing.gates import inline_code
from tests.publishing.gates.conftest import Built

MAIN = '<main id="inhalt" tabindex="-1">'
NONE = "default-src &#39;none&#39;"


def faults(built: Built, old: str, new: str) -> list[str]:
    return list(inline_code.check(built.changed("hilfe/index.html", old, new)))


def test_a_portal_without_code_in_its_pages_passes(built: Built) -> None:
    assert list(inline_code.check(built.sight)) == []
    assert inline_code.seen(built.sight) == f"{len(built.sight.new.pages)} Seiten"


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<script type=module>alert(1)</script>", "<script>"),
        ("<SCRIPT type='application/json'>{}</SCRIPT>", "<script>"),
        ("<style>a{}</style>", "<style>"),
        ("<p style='color:red'>x</p>", "style="),
        ("<p ONCLICK='x()'>x</p>", "onclick="),
        ("<svg onload=x()></svg>", "onload="),
        ("<base href='/x/'>", "<base>"),
        ("<iframe src='/themen/'></iframe>", "<iframe>"),
        ("<iframe srcdoc='x'></iframe>", "<iframe>"),
        ("<embed src='/x'>", "<embed>"),
        ("<svg><a><animate attributeName=href to=javascript:x() /></a></svg>", "<animate>"),
    ],
)
def test_code_in_a_page_is_named_with_the_page(built: Built, html: str, what: str) -> None:
    assert faults(built, MAIN, MAIN + html) == [f"{what} im Text der Seite: /hilfe/."]


def test_data_for_machines_and_a_frame_that_waits_for_a_click_pass(built: Built) -> None:
    html = '<script type="application/ld+json">{}</script><template><iframe title="Formular"></iframe></template>'
    assert faults(built, MAIN, MAIN + html) == []


def test_a_page_without_a_policy_is_named(built: Built) -> None:
    page = b"<!doctype html><title>x</title><main><h1>x</h1></main>"
    assert list(inline_code.check(built.having("hilfe/index.html", page))) == [
        "Keine Content-Security-Policy: /hilfe/."
    ]


@pytest.mark.parametrize(
    "policy",
    [
        f"{NONE}; script-src &#39;self&#39; &#39;unsafe-inline&#39;",
        f"{NONE}; style-src &#39;unsafe-inline&#39;",
        f"{NONE}; script-src &#39;unsafe-eval&#39;",
        f"{NONE}; script-src https:",
        f"{NONE}; script-src &#39;self&#39; *",
        f"{NONE}; script-src data:",
        f"{NONE}; script-src &#39;UNSAFE-INLINE&#39;",
        f"{NONE}; frame-src *",
        f"{NONE}; frame-src https://formulare.kreis-muster.example",
        f"{NONE}; base-uri *",
    ],
)
def test_a_policy_that_allows_too_much_is_named(built: Built, policy: str) -> None:
    assert faults(built, NONE, policy) == ["Eine andere Content-Security-Policy als die vorgesehene: /hilfe/."]


def test_a_page_whose_policy_leaves_something_out_is_named(built: Built) -> None:
    assert faults(built, "; base-uri &#39;none&#39;", "") == [
        "Eine andere Content-Security-Policy als die vorgesehene: /hilfe/."
    ]


def test_a_form_of_a_server_that_is_not_registered_is_named(built: Built) -> None:
    form = '<div data-embedded-form="https://cdn.example/x" hidden></div>'
    assert faults(built, MAIN, MAIN + form) == [
        "Ein Formular von einem Server, der nicht eingetragen ist (cdn.example): /hilfe/.",
        "Eine andere Content-Security-Policy als die vorgesehene: /hilfe/.",
    ]


@pytest.mark.parametrize(
    ("drawing", "what"),
    [
        ("<script>x()</script>", "<script>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<g onload='x()'/>", "onload="),
        ("<a><set attributeName='xlink:href' to='javascript:x()'/></a>", "<set>"),
        ("<a href=' JavaScript:x()'/>", "javascript:"),
    ],
)
def test_a_drawing_that_does_something_is_named(built: Built, drawing: str, what: str) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode()
    assert f"{what} in einer Zeichnung: /x.svg." in list(inline_code.check(built.having("x.svg", data)))
