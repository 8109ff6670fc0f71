"""A portal that has lost many pages is held back; forwardings and tombstones are no pages."""

from plugins.catalog import urls
from plugins.publishing.gates import Sight, page_loss
from tests.publishing.gates.conftest import Built

LEADS_ON = b"<!doctype html><title>Neue Adresse</title><h1>Neue Adresse</h1><a href='/'>Start</a>"


def test_the_first_release_has_nothing_to_lose(built: Built) -> None:
    assert list(page_loss.check(built.sight)) == []
    assert page_loss.seen(built.sight).endswith(" Seiten, vorher nichts")


def test_the_same_portal_again_passes(built: Built) -> None:
    assert list(page_loss.check(built.online(built.sight))) == []


def test_one_page_less_passes(built: Built) -> None:
    assert list(page_loss.check(built.online(built.without(built.services[0])))) == []


def test_lost_services_are_counted_and_the_first_are_named(built: Built) -> None:
    gone = sorted(built.services)[:6]
    found = list(page_loss.check(built.online(built.without(*gone))))
    first = ", ".join("/" + name.removesuffix("index.html") for name in gone[:3])
    pages = len(built.sight.new.whole_pages)
    assert found == [
        f"Seiten: vorher {pages}, jetzt {pages - 6} (7 % weniger). Es fehlen: {first} und 3 weitere.",
        f"Seiten unter /leistungen/: vorher 16, jetzt 10 (38 % weniger). Es fehlen: {first} und 3 weitere.",
    ]


def test_a_page_that_only_leads_on_is_lost(built: Built) -> None:
    tree = built.without(*built.services[:6])
    for name in built.services[:6]:
        (tree.new.folder / name).write_bytes(LEADS_ON)
    assert not any(name in tree.new.whole_pages for name in built.services)
    assert len(list(page_loss.check(built.online(tree)))) == 2


def test_a_kind_that_is_gone_as_a_whole_is_named_among_many_pages(built: Built) -> None:
    forms = [name for name in built.sight.new.named(".html") if name.startswith("formulare/")]
    found = list(page_loss.check(built.online(built.without(*forms))))
    assert found[-1] == (
        "Seiten unter /formulare/: vorher 3, jetzt 0 (100 % weniger). "
        f"Es fehlen: {urls.FORMS}, {urls.FORMS}de-simple/, {urls.FORMS}en/."
    )


def test_one_of_a_small_kind_may_go(built: Built) -> None:
    assert list(page_loss.check(built.online(built.without("formulare/en/index.html")))) == []


def test_a_town_that_is_part_of_another_one_now_passes(former: Sight) -> None:
    assert list(page_loss.check(former)) == []
    assert page_loss.seen(former).startswith("0 Seiten, vorher ")
