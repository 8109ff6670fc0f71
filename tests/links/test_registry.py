"""Which addresses the portals lead to, and on which pages."""

from plugins.catalog.catalog import Catalog, load
from plugins.links.registry import Use, collect
from tests.conftest import Draft


def pages(catalog: Catalog, address: str) -> list[str]:
    return [f"{use.municipality}: {use.page}" for use in collect(catalog).uses[address]]


def test_a_form_has_an_address_in_each_town(world: Catalog) -> None:
    form = "https://formulare.kreis-muster.example/hund?ars="
    assert pages(world, f"{form}059990008008") == ["kleinstadt: /leistungen/hund-anmelden/"]
    assert pages(world, f"{form}059990004004") == ["grossstadt: /leistungen/hund-anmelden/"]


def test_a_deep_link_a_law_an_office_and_a_pdf_are_links(world: Catalog) -> None:
    assert pages(world, "https://service.wirtschaft.example/gewerbe/anmeldung") == [
        "grossstadt: /leistungen/gewerbe-anmelden/",
        "kleinstadt: /leistungen/gewerbe-anmelden/",
    ]
    assert "kleinstadt: /leistungen/personalausweis-beantragen/" in pages(
        world, "https://www.gesetze-im-internet.de/pauswg/__9.html"
    )
    assert "grossstadt: /stellen/buergerbuero/" in pages(world, "https://termine.grossstadt.example/buergerbuero/")
    assert "kleinstadt: /leistungen/hund-anmelden/" in pages(world, "https://formulare.kreis-muster.example/hund.pdf")


def test_what_stands_on_no_page_is_checked_all_the_same(write: Draft) -> None:
    law = "title: Unbenutztes Gesetz\nabbreviation: UG\nurl: https://www.gesetze-im-internet.de/ug/\n"
    assert write("laws/ug.yaml", law) == []
    assert collect(load(write.folder)[0]).uses["https://www.gesetze-im-internet.de/ug/"] == ()


def test_a_named_target_in_a_text_counts_where_it_leads(write: Draft) -> None:
    portal = "portals/wirtschaftsportal.yaml"
    write.change(portal, "payment:", "scheme: wirt\ndeep_path: /l/{leika}?ars={ars}\npayment:")
    target = "[Gewerbe](wirt:99050012104000), [Seite](/hilfe/), [Mail](mailto:a@b.example)"
    write.change("services/hund-anmelden.md", "Das gilt auch für Welpen.", target)
    address = "https://service.wirtschaft.example/l/99050012104000?ars=059990008008"
    assert pages(load(write.folder)[0], address) == ["kleinstadt: /leistungen/hund-anmelden/"]


def test_a_fragment_is_no_address_of_its_own(write: Draft) -> None:
    deep = "https://service.wirtschaft.example/gewerbe/anmeldung"
    assert write.change("services/gewerbe-anmelden.md", f"url: {deep}", f"url: {deep}#start") == []
    found = collect(load(write.folder)[0]).uses
    assert deep in found
    assert f"{deep}#start" not in found


def test_an_online_way_without_an_address_is_missing(write: Draft) -> None:
    write.change("forms/hund-anmelden.yaml", "url: https://formulare.kreis-muster.example/hund?ars={ars}\n", "")
    assert collect(load(write.folder)[0]).missing == (
        Use("grossstadt", "/leistungen/hund-anmelden/"),
        Use("kleinstadt", "/leistungen/hund-anmelden/"),
    )


def test_a_way_out_of_order_stays_in_the_registry(write: Draft) -> None:
    before = collect(load(write.folder)[0])
    write(
        "links/formulare.kreis-muster.example.yaml",
        "links:\n- address: https://formulare.kreis-muster.example/hund?ars=059990008008\n"
        "  state: broken\n  since: 2026-10-30\n  checked_on: 2026-10-30\n  strikes: 3\n",
    )
    assert collect(load(write.folder)[0]) == before
