"""Servers that a request leads to, or no longer."""

import pytest
from pikepdf import Dictionary, Name

from plugins.catalog.catalog import Catalog, load
from plugins.review.hosts import HostChange, host_changes
from tests.conftest import TODAY, Draft
from tests.media.files import annotated, pdf

TRADE = "services/gewerbe-anmelden.md"
PORTAL = "portals/wirtschaftsportal.yaml"


def changes(world: Catalog, write: Draft) -> list[HostChange]:
    return host_changes(world, load(write.folder, TODAY)[0].with_partial())


def test_the_same_servers_are_no_change(world: Catalog, write: Draft) -> None:
    write.change(TRADE, "/gewerbe/anmeldung", "/gewerbe/anmelden")
    assert changes(world, write) == []


def test_a_look_alike_in_the_place_of_a_server_is_told_with_both(world: Catalog, write: Draft) -> None:
    write.change(TRADE, "https://service.wirtschaft.example", "https://service.wirtschafft.example")
    assert changes(world, write) == [
        HostChange(
            "service.wirtschaft.example",
            "service.wirtschafft.example",
            (TRADE,),
            ("/leistungen/gewerbe-anmelden/",),
            "nicht eingetragen",
            "service.wirtschaft.example",
        )
    ]


def test_a_look_alike_that_the_request_registers_itself_is_still_one(world: Catalog, write: Draft) -> None:
    write.change(PORTAL, "https://service.wirtschaft.example/", "https://service.wirtschafft.example/")
    write.change(TRADE, "https://service.wirtschaft.example/", "https://service.wirtschafft.example/")
    (one,) = changes(world, write)
    assert one.files == (PORTAL, TRADE)
    assert one.standing == "in diesem Antrag eingetragen"
    assert one.looks_like == "service.wirtschaft.example"


def test_a_new_server_in_a_text_is_told_with_its_pages(world: Catalog, write: Draft) -> None:
    write(TRADE, (write.folder / TRADE).read_text("utf-8") + "\n## Hinweise\n\nSiehe [hier](https://neu.example/x).\n")
    assert changes(world, write) == [
        HostChange("", "neu.example", (TRADE,), ("/leistungen/gewerbe-anmelden/",), "nicht eingetragen")
    ]


def test_a_server_nothing_leads_to_any_more_is_told(world: Catalog, write: Draft) -> None:
    (write.folder / "services/grundsteuer-erklaeren.md").unlink()
    (write.folder / "portals/steuerportal.yaml").unlink()
    assert [(one.old, one.new) for one in changes(world, write)] == [("www.steuerportal.example", "")]


def test_a_server_that_is_only_registered_is_told_too(world: Catalog, write: Draft) -> None:
    write.change(PORTAL, "hosts: [www.wirtschaft.example]", "hosts: [www.wirtschaft.example, boese.example]")
    assert [(one.new, one.standing) for one in changes(world, write)] == [
        ("boese.example", "in diesem Antrag eingetragen")
    ]


def test_another_mail_server_is_told_as_another_server(world: Catalog, write: Draft) -> None:
    mail = "@grossstadt.example"
    office = "municipalities/grossstadt/offices/buergerbuero.yaml"
    write.change(office, f"buergerbuero{mail}", "buergerbuero@gross-stadt.example")
    assert changes(world, write) == [
        HostChange(mail, "@gross-stadt.example", (office,), (), "nicht eingetragen", mail),
    ]


def test_a_mail_server_behind_a_link_in_a_text_is_told(world: Catalog, write: Draft) -> None:
    more = "\n## Hinweise\n\nSchreiben Sie [uns](mailto:amt@boese.example).\n"
    write(TRADE, (write.folder / TRADE).read_text("utf-8") + more)
    assert [(one.new, one.standing) for one in changes(world, write)] == [("@boese.example", "nicht eingetragen")]


@pytest.mark.parametrize(
    "strange",
    [
        "service-wirtschaft.example",
        "service-wirtschaft-example.boese.example",
        "service.wirtschaft.example.boese.example",
        "servlce.wirtschaft.example",
    ],
)
def test_a_name_that_holds_the_one_of_a_server_is_a_look_alike(world: Catalog, write: Draft, strange: str) -> None:
    write.change(TRADE, "https://service.wirtschaft.example", f"https://{strange}")
    (one,) = changes(world, write)
    assert (one.new, one.looks_like) == (strange, "service.wirtschaft.example")


def test_a_server_below_a_registered_one_is_no_look_alike(world: Catalog, write: Draft) -> None:
    write.change(TRADE, "https://service.wirtschaft.example", "https://neu.service.wirtschaft.example")
    (one,) = changes(world, write)
    assert one.looks_like == ""


def test_a_new_server_behind_a_link_in_a_pdf_is_told(world: Catalog, write: Draft) -> None:
    link = annotated(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="https://neu.example/"))
    write("media/merkblatt.pdf", pdf(link))
    assert [(one.new, one.files) for one in changes(world, write)] == [("neu.example", ("media/merkblatt.pdf",))]
