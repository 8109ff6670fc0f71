"""Two pages of one name cannot be told apart in a list of hits."""

from plugins.publishing.gates import Sight, titles
from tests.publishing.gates.conftest import Built


def test_a_portal_whose_pages_have_titles_of_their_own_passes(built: Built) -> None:
    assert list(titles.check(built.sight)) == []
    count = len(built.sight.new.pages)
    assert titles.seen(built.sight) == f"{count} Titel auf {count} Seiten"


def test_a_title_of_two_pages_is_named_with_them(built: Built) -> None:
    page = built.sight.new.read("hilfe/index.html")
    title = built.sight.new.pages["hilfe/index.html"].title
    assert list(titles.check(built.having("impressum/index.html", page))) == [
        f"„{title}“ ist der Titel von /hilfe/, /impressum/."
    ]


def test_a_page_without_a_title_is_named(built: Built) -> None:
    page = b"<title> </title><main><svg><title>Bild</title></svg><h1>x</h1></main>"
    assert list(titles.check(built.having("hilfe/index.html", page))) == ["Ohne Titel: /hilfe/."]


def test_a_hidden_page_may_be_named_like_another_one(built: Built) -> None:
    page = built.sight.new.read("hilfe/index.html").replace(b"<title>", b"<meta name=robots content=noindex><title>")
    assert list(titles.check(built.having("impressum/index.html", page))) == []


def test_both_pages_of_a_former_town_are_the_same(former: Sight) -> None:
    assert list(titles.check(former)) == []
