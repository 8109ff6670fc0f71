"""What is free costs 0 Euro, in every format that knows amounts."""

import json
from typing import Any

import pytest
from rdflib import RDF, XSD, Graph, Literal, Namespace

from plugins.catalog.published import Published
from plugins.catalog.records import Fee
from plugins.exports import api, cpsv_ap, hsds, schema_org
from plugins.exports.export import Export

CV = Namespace("http://data.europa.eu/m8g/")
DOG = "https://service.grossstadt.example/leistungen/hund-anmelden/"


@pytest.mark.parametrize(
    ("fee", "price"),
    [
        (Fee(note="gebührenfrei"), "0.00"),
        (Fee(label="Anmeldung", note="Kostenlos"), "0.00"),
        (Fee(amount="26,50", note="kostenfrei"), "26.50"),
        (Fee(note="kostenfrei ist nur die Abmeldung"), "None"),
        (Fee(lower="20", upper="26"), "None"),
    ],
)
def test_a_fee_has_a_price_where_it_is_one_amount_or_free(fee: Fee, price: str) -> None:
    assert str(fee.price) == price


def found(export: Export, portal: Published, path: str) -> Any:
    return next(json.loads(b"".join(file.pieces)) for file in export.files(portal) if file.path == path)


def test_in_the_api(grossstadt: Published) -> None:
    service = found(api.EXPORT, grossstadt, "api/v1/services/hund-anmelden.json")
    assert [(fee["amount"], fee["note"]) for fee in service["fees"]] == [("0.00", "gebührenfrei")]


def test_in_hsds(grossstadt: Published) -> None:
    services = found(hsds.EXPORT, grossstadt, hsds.EXPORT.path)["contents"]
    [cost] = next(one["cost_options"] for one in services if one["url"] == DOG)
    assert (cost["amount"], cost["currency"], cost["amount_description"]) == (0.0, "EUR", "gebührenfrei")


def test_in_cpsv_ap(grossstadt: Published) -> None:
    turtle = next(file for file in cpsv_ap.EXPORT.files(grossstadt) if file.path.endswith(".ttl"))
    graph = Graph().parse(data=b"".join(turtle.pieces), format="turtle")
    values = {str(cost): graph.value(cost, CV.hasValue) for cost in graph.subjects(RDF.type, CV.Cost)}
    assert values[f"{DOG}#gebuehr-1"] == Literal("0.0", datatype=XSD.double)


def test_in_schema_org(grossstadt: Published) -> None:
    nodes = found(schema_org.EXPORT, grossstadt, schema_org.EXPORT.path)["@graph"]
    [fee] = next(node["offers"] for node in nodes if node["@id"] == f"{DOG}#leistung")
    assert (fee["price"], fee["priceCurrency"]) == (0, "EUR")
