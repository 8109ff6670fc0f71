"""What a service costs, as offers: an amount, a range, or words."""

from decimal import Decimal
from functools import lru_cache

from plugins.catalog.records import Fee, Service
from plugins.metadata.schema_org.nodes import REMEMBERED, Node, node

CURRENCY = "EUR"


@lru_cache(REMEMBERED)
def offers(service: Service) -> list[Node]:
    """What a service costs, each fee as an offer."""
    return [offer(fee) for fee in service.fees]


def offer(fee: Fee) -> Node:
    """One fee. What is free costs 0 Euro; other words stay words."""
    price = {} if fee.price is None else {"price": _number(fee.price), "priceCurrency": CURRENCY}
    words = None if fee.is_free else fee.note
    return node("Offer", name=fee.label, description=words, priceSpecification=_range(fee), **price)


def _range(fee: Fee) -> Node | None:
    lower, upper = fee.lower, fee.upper
    if lower is None and upper is None:
        return None
    limits = {"minPrice": lower, "maxPrice": upper}
    known = {name: _number(amount) for name, amount in limits.items() if amount is not None}
    return node("PriceSpecification", priceCurrency=CURRENCY, **known)


def _number(amount: Decimal) -> int | float:
    return float(amount) if amount % 1 else int(amount)
