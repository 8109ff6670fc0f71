"""What a machine cannot read, or a person would see empty, is held back."""

import pytest

from plugins.publishing.gates import readable
from tests.publishing.gates.conftest import Built


def test_a_portal_of_whole_files_passes(built: Built) -> None:
    assert list(readable.check(built.sight)) == []
    assert readable.seen(built.sight).startswith(f"{len(built.sight.new.pages)} Seiten, ")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("api/v1/index.json", b"", "kein JSON (Expecting value: line 1 column 1 (char 0))"),
        ("daten/catalog.jsonld", b'{"a": ', "kein JSON (Expecting value: line 1 column 7 (char 6))"),
        ("feeds/aenderungen.xml", b"<feed>", "kein XML (Premature end of data in tag feed line 1, line 1, column 7"),
        ("api/v1/index.json", b"{}", "nichts darin"),
        ("opensearch.xml", b"", "kein XML ("),
    ],
)
def test_a_broken_file_is_named_with_the_reason(built: Built, name: str, data: bytes, why: str) -> None:
    (found,) = readable.check(built.having(name, data))
    assert found.startswith(f"{name} lässt sich nicht lesen: {why}")


def test_json_that_is_nested_without_end_is_named(built: Built) -> None:
    (found,) = readable.check(built.having("api/v1/index.json", b"[" * 100_000))
    assert found.startswith("api/v1/index.json lässt sich nicht lesen: kein JSON (")


@pytest.mark.parametrize("page", [b"", b"<!doctype html>", b"<h1>Hilfe</h1>", b"<main> <h1>x</h1> <p> </p></main>"])
def test_a_page_with_nothing_on_it_is_named(built: Built, page: bytes) -> None:
    assert list(readable.check(built.having("hilfe/index.html", page))) == ["hilfe/index.html ist leer."]


def test_a_page_without_a_heading_is_named(built: Built) -> None:
    page = b"<main><p>Text</p></main>"
    assert list(readable.check(built.having("hilfe/index.html", page))) == ["hilfe/index.html ist ohne Überschrift."]


def test_a_page_that_is_cut_in_half_is_named(built: Built) -> None:
    half = built.sight.new.read("hilfe/index.html").rpartition(b"</main>")[0]
    assert list(readable.check(built.having("hilfe/index.html", half))) == [
        "hilfe/index.html ist abgeschnitten: Am Ende fehlt </html>."
    ]


def test_a_page_with_two_main_parts_is_named(built: Built) -> None:
    page = b"<html><main><h1>x</h1><p>x</p></main><main>y</main></html>"
    assert list(readable.check(built.having("hilfe/index.html", page))) == [
        "hilfe/index.html hat 2 Hauptbereiche (main) statt einem."
    ]


@pytest.mark.parametrize("name", ["llms.txt", "daten/x.csv", "robots.txt", "assets/x.css"])
def test_a_text_of_nothing_is_named(built: Built, name: str) -> None:
    assert list(readable.check(built.having(name, b""))) == [f"{name} ist leer."]


def test_a_portal_without_forwardings_has_an_empty_list_of_them(built: Built) -> None:
    assert list(readable.check(built.having("_redirects", b""))) == []
