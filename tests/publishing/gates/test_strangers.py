"""No file of Großstadt carries a mark of Kleinstadt, whatever it is written in."""

import pytest

from plugins.publishing.gates import Sight, strangers
from tests.publishing.gates.conftest import Built


def test_a_portal_that_speaks_of_itself_passes(built: Built) -> None:
    assert list(strangers.check(built.sight)) == []
    files = len(built.sight.new.texts)
    assert strangers.seen(built.sight) == f"{files} Dateien, 11 fremde Angaben gesucht"


@pytest.mark.parametrize(
    ("name", "data", "mark"),
    [
        ("hilfe/index.html", "<p>Fragen Sie die Stadt Kleinstadt.</p>", "Stadt Kleinstadt"),
        ("hilfe/index.html", "<p>Fragen Sie die Stadt&nbsp;Kleinstadt.</p>", "Stadt Kleinstadt"),
        ("feeds/aenderungen.xml", "<link>https://service.kleinstadt.example/</link>", "service.kleinstadt.example"),
        ("api/v1/offices.json", '{"email":"steueramt@kleinstadt.example"}', "steueramt@kleinstadt.example"),
        ("daten/115.csv", "Hund anmelden;02999 300-40;", "02999 300-40"),
        ("daten/catalog.ttl", "foaf:mbox <mailto:info@kleinstadt.example> .", "info@kleinstadt.example"),
        ("leistungen/hund-anmelden/index.html.md", "Telefon: +49 2999 30040", "+49 2999 30040"),
        ("sitemaps/1.xml", "<loc>https://service.kleinstadt.example/</loc>", "service.kleinstadt.example"),
        ("llms.txt", "Telefon (02999) 300 20", "02999) 300 20"),
    ],
)
def test_a_mark_of_another_town_is_named_with_its_file(built: Built, name: str, data: str, mark: str) -> None:
    found = list(strangers.check(built.having(name, data.encode())))
    assert found == [f"{name}: „{mark}“ gehört zu Stadt Kleinstadt."]


def test_every_file_is_named_even_with_the_same_line(built: Built) -> None:
    sight = built.having("a.html", b"<p>\nStadt Kleinstadt\n</p>")
    digests = {**sight.new.digests, "b.html": ""}
    (sight.new.folder / "b.html").write_bytes(b"<p>\nStadt Kleinstadt\n</p>")
    again = Sight(sight.catalog, sight.directory, sight.url, type(sight.new)(sight.new.folder, digests))
    assert [found.split(":")[0] for found in strangers.check(again)] == ["a.html", "b.html"]


def test_the_kreis_of_the_town_is_no_stranger(built: Built) -> None:
    assert list(strangers.check(built.having("x.md", b"Kreis Muster, info@kreis-muster.example, 02999 100-0"))) == []


def test_a_town_that_is_part_of_another_one_now_names_it(former: Sight) -> None:
    assert list(strangers.check(former)) == []
