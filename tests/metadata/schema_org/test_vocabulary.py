"""What the shapes made of schema.org's vocabulary let through, and what they find."""

from typing import Any

import pytest

from tests.metadata.schema_org.vocabulary import SCHEMA, expanded, misuse, unknown_terms

PAGE = "https://service.rurheim.example/leistungen/hund-anmelden/"


def graph(**properties: Any) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@graph": [{"@type": "GovernmentService", **properties}]}


@pytest.mark.parametrize(
    "properties",
    [
        {"name": "Hund anmelden", "offers": {"@type": "Offer", "price": 25, "priceCurrency": "EUR"}},
        {"provider": {"@type": "GovernmentOffice", "name": "Steueramt"}},
        {"url": "/leistungen/hund-anmelden/"},
        {"hoursAvailable": {"@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/Monday"}},
    ],
)
def test_words_of_the_vocabulary_in_their_place_are_right(properties: dict[str, Any]) -> None:
    found = expanded(graph(**properties), PAGE)
    assert len(found) > 1
    assert unknown_terms(found) == set()
    assert misuse(found) == []


def test_a_property_that_nobody_knows_is_found() -> None:
    assert unknown_terms(expanded(graph(documents=["Ausweis"]), PAGE)) == {str(SCHEMA.documents)}


def test_a_class_that_nobody_knows_is_found() -> None:
    found = expanded(graph(offers={"@type": "Gebühr", "price": 25}), PAGE)
    assert unknown_terms(found) == {str(SCHEMA["Gebühr"])}


@pytest.mark.parametrize(
    ("properties", "objection"),
    [
        (
            {"openingHoursSpecification": {"@type": "OpeningHoursSpecification"}},
            "GovernmentService has no openingHoursSpecification",
        ),
        ({"provider": "Stadt Rurheim"}, "GovernmentService: provider is not Stadt Rurheim"),
        ({"provider": {"@type": "AdministrativeArea"}}, "GovernmentService: provider is not AdministrativeArea"),
        ({"offers": {"@type": "Offer", "validFrom": "1.4.2026"}}, "Offer: validFrom is not 1.4.2026"),
        (
            {"offers": {"@type": "Offer", "priceSpecification": {"@type": "PriceSpecification", "minPrice": "20"}}},
            "PriceSpecification: minPrice is not 20",
        ),
        (
            {"hoursAvailable": {"@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/Montag"}},
            "OpeningHoursSpecification: dayOfWeek is not https://schema.org/Montag",
        ),
        (
            {"availableChannel": {"@type": "ServiceChannel", "processingTime": "3 Tage"}},
            "ServiceChannel: processingTime is not 3 Tage",
        ),
    ],
)
def test_a_property_or_a_value_in_the_wrong_place_is_found(properties: dict[str, Any], objection: str) -> None:
    assert misuse(expanded(graph(**properties), PAGE)) == [objection]
