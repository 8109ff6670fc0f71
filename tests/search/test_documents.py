"""Services become search documents."""

from pathlib import Path

import pytest

from plugins.catalog.catalog import load
from plugins.catalog.directory import directory
from search import documents
from search.documents import MissingContentError, SearchDocument
from tests.search.node import ROOT


def document(services: list[SearchDocument], slug: str) -> SearchDocument:
    return next(one for one in services if one.slug == slug)


def test_a_document_says_where_it_leads_who_provides_it_and_how(services: list[SearchDocument]) -> None:
    found = document(services, "hund-anmelden")
    assert found.url == "/leistungen/hund-anmelden/"
    assert found.title == "Hund anmelden"
    assert found.provider == "Stadt Lindbroich"
    assert found.ways[0] == "online"
    assert found.audience == ("citizens",)
    assert found.leika == ("99102013104000",)


def test_a_service_has_titles_and_words_in_every_language(services: list[SearchDocument]) -> None:
    found = document(services, "personalausweis-beantragen")
    assert found.other_titles == ("Personal-Ausweis beantragen", "Apply for an identity card")
    assert {"perso", "id card"} <= set(found.synonyms)


def test_the_body_is_plain_text_without_boilerplate(services: list[SearchDocument]) -> None:
    body = document(services, "personalausweis-beantragen").body
    assert "Ab 16 Jahren brauchen alle Deutschen" in body
    assert "digitales Passbild" in body
    assert "vorläufige Personalausweis" in body
    assert "](" not in body
    assert "Lehnt das Amt Ihren Antrag ab" not in body


def test_the_documents_stand_by_name_whatever_their_titles_are() -> None:
    catalog, _ = load(ROOT / "content")
    rurheim = directory(catalog, catalog.municipalities["rurheim"])
    assert [one.slug for one in documents.documents(rurheim)] == sorted(offer.slug for offer in rurheim.offers)


def test_without_a_municipality_a_town_comes_before_a_kreis(services: list[SearchDocument]) -> None:
    assert services == documents.load(ROOT / "content", "lindbroich")
    assert services != documents.load(ROOT / "content", "kreis-rurland")


def test_a_kreis_finds_what_its_towns_provide_too() -> None:
    dog = document(documents.load(ROOT / "content", "kreis-rurland"), "hund-anmelden")
    assert (dog.provider, dog.ways) == ("Ihre Stadt oder Gemeinde", ())


def test_an_unknown_municipality_is_named_with_the_known_ones() -> None:
    with pytest.raises(MissingContentError) as error:
        documents.load(ROOT / "content", "köln")
    known = sorted(folder.name for folder in (ROOT / "content" / "municipalities").iterdir())
    assert len(known) == 11
    assert str(error.value) == f"Die Kommune „köln“ gibt es nicht. Bekannt: {', '.join(known)}"


def test_a_folder_without_services_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingContentError, match=r"^Im Ordner .* sind keine Dienstleistungen"):
        documents.load(tmp_path)


def test_a_service_by_rule_is_marked(services: list[SearchDocument]) -> None:
    marked = {document.slug: document.is_by_rule for document in services}
    assert marked["gewerbe-anmelden"] is False
    assert marked["versteigerergewerbe-erlaubnis"] is True
