"""Pictures and PDFs of texts in other formats: full addresses or the words in their place."""

import dataclasses
from collections.abc import Iterable

from plugins.catalog.catalog import load
from plugins.catalog.published import Published
from plugins.exports import twin, xzufi
from plugins.exports.export import File
from plugins.exports.texts import absolute, plain
from search.documents import documents
from tests.conftest import TODAY, Draft
from tests.exports.conftest import published

TWIN = "leistungen/hund-anmelden/index.html.md"
DOG = "services/hund-anmelden.md"
SHOWN = "![Die *Rampe* am Rathaus](/media/rampe.png) Siehe [Merkblatt](/media/merkblatt.pdf)."


def portal(write: Draft) -> Published:
    assert write.change(DOG, "Das gilt auch für Welpen.", SHOWN) == []
    return published(load(write.folder, TODAY)[0], "grossstadt")


def said(files: Iterable[File], path: str) -> str:
    return next(b"".join(file.pieces).decode() for file in files if file.path == path)


def test_a_twin_leads_to_both_at_their_full_address(write: Draft) -> None:
    one = portal(write)
    ramp, leaflet = (one.around.media[f"/media/{name}"].address for name in ("rampe.png", "merkblatt.pdf"))
    assert f"![Die *Rampe* am Rathaus](https://service.grossstadt.example{ramp}) Siehe " in said(twin.files(one), TWIN)
    assert f"[Merkblatt](https://service.grossstadt.example{leaflet})." in said(twin.files(one), TWIN)


def test_xzufi_has_the_words_of_a_picture_and_the_address_of_a_pdf(write: Draft) -> None:
    one = portal(write)
    text = said(xzufi.files(one), xzufi.PATH)
    assert "Die Rampe am Rathaus Siehe" in text
    assert "/media/merkblatt-" in text
    assert "&lt;img" not in text


def test_search_and_plain_words_know_what_a_picture_shows(write: Draft) -> None:
    one = portal(write)
    [dog] = [document for document in documents(one.directory) if document.slug == "hund-anmelden"]
    assert "Die Rampe am Rathaus Siehe Merkblatt." in dog.body
    assert plain(SHOWN) == "Die Rampe am Rathaus Siehe Merkblatt."


def test_a_picture_that_is_not_here_leaves_its_words(write: Draft) -> None:
    one = portal(write)
    elsewhere = dataclasses.replace(one.around, media={})
    assert absolute(SHOWN, elsewhere) == "Die *Rampe* am Rathaus Siehe Merkblatt."
