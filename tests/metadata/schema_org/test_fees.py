"""Fees as offers."""

import pytest

from plugins.catalog.records import Fee
from plugins.metadata.schema_org.fees import offer
from plugins.metadata.schema_org.nodes import Node

EURO = {"priceCurrency": "EUR"}


@pytest.mark.parametrize(
    ("fee", "told"),
    [
        (Fee(label="Ab 24 Jahren", amount="37"), {"name": "Ab 24 Jahren", "price": 37, **EURO}),
        (Fee(amount="26,50", note="Bitte passend"), {"description": "Bitte passend", "price": 26.5, **EURO}),
        (Fee(note="gebührenfrei"), {"price": 0, **EURO}),
        (Fee(note="nach Aufwand"), {"description": "nach Aufwand"}),
        (
            Fee(lower="20", upper="26"),
            {"priceSpecification": {"@type": "PriceSpecification", "minPrice": 20, "maxPrice": 26, **EURO}},
        ),
        (Fee(lower="20"), {"priceSpecification": {"@type": "PriceSpecification", "minPrice": 20, **EURO}}),
    ],
)
def test_a_fee_is_an_amount_a_range_or_words(fee: Fee, told: Node) -> None:
    assert offer(fee) == {"@type": "Offer", **told}
