"""What a reader can see differs, and what is alike on many portals is told once."""

from pathlib import Path

from plugins.review.page_changes import ADDED, CHANGED, REMOVED, PageChange, as_diff, page_changes
from plugins.review.page_text import lines_of, own_part

PAGE = "<html><head><title>Hund</title>{head}</head><body><header>Stadt</header><main>{main}</main></body></html>"


def page(main: str, head: str = "") -> bytes:
    return PAGE.format(main=main, head=head).encode()


def put(folder: Path, portal: str, **pages: str) -> None:
    for name, main in pages.items():
        file = folder / portal / ("" if name == "home" else name) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(page(main))


def test_a_line_is_what_stands_in_a_line() -> None:
    html = page("<h1>Hund  anmelden</h1><ul><li>ein <b>Bild</b> des\nHundes</li></ul><script>no</script>a<br>b")
    assert lines_of(own_part(html)) == ["Hund", "Hund anmelden", "ein Bild des Hundes", "a", "b"]


def test_what_is_hidden_until_a_script_shows_it_is_not_read() -> None:
    html = page("<h1>Hund</h1><div hidden><p>Prüfung <b>überfällig</b></p></div>")
    assert lines_of(own_part(html)) == ["Hund", "Hund"]


def test_title_and_description_are_read_too() -> None:
    html = page("", head='<meta name="description" content="Kurz gesagt">')
    assert lines_of(own_part(html)) == ["Hund", "Kurz gesagt"]


def test_an_address_on_another_server_is_shown_and_an_own_one_is_not() -> None:
    html = page('<a href="https://www.x.example/">Antrag</a> <a href="/themen/">Themen</a>')
    assert lines_of(own_part(html)) == ["Hund", "Antrag <https://www.x.example/> Themen"]


def test_what_stands_around_on_all_pages_is_read_on_the_home_page_only(tmp_path: Path) -> None:
    for name in ("before", "after"):
        put(tmp_path / name, "stadt", home="Text", hund="Text")
        for file in (tmp_path / name).rglob("index.html"):
            file.write_bytes(file.read_bytes().replace(b"Stadt", f"Stadt {name}".encode()))
    assert [(*one.pages, *one.lines) for one in page_changes(tmp_path / "before", tmp_path / "after")] == [
        ("/", "-Stadt before", "+Stadt after")
    ]


def test_the_same_change_in_two_portals_is_one(tmp_path: Path) -> None:
    for town in ("grossstadt", "kleinstadt"):
        put(tmp_path / "before", town, hund="14 Tage", katze="frei")
        put(tmp_path / "after", town, hund="ein Monat", katze="frei")
    pages = {"/hund/": ("grossstadt", "kleinstadt")}
    assert page_changes(tmp_path / "before", tmp_path / "after") == [
        PageChange(CHANGED, ("-14 Tage", "+ein Monat"), pages)
    ]


def test_lost_pages_come_first_then_new_ones_then_changed_ones(tmp_path: Path) -> None:
    put(tmp_path / "before", "stadt", home="3", hund="Hund", katze="Katze")
    put(tmp_path / "after", "stadt", home="2", hund="Dogge", maus="Maus")
    found = page_changes(tmp_path / "before", tmp_path / "after")
    assert [(one.kind, *one.pages) for one in found] == [
        (REMOVED, "/katze/"),
        (ADDED, "/maus/"),
        (CHANGED, "/hund/"),
        (CHANGED, "/"),
    ]
    assert [one.lines for one in found][:2] == [(), ("+Hund", "+Maus")]


def test_other_markup_with_the_same_words_is_no_change(tmp_path: Path) -> None:
    put(tmp_path / "before", "stadt", hund="<p>Hund</p>")
    put(tmp_path / "after", "stadt", hund='<p class="new">Hund</p>')
    assert page_changes(tmp_path / "before", tmp_path / "after") == []


def test_a_line_that_looks_like_the_head_of_a_diff_is_a_line(tmp_path: Path) -> None:
    put(tmp_path / "before", "stadt", hund="<p>@@ -1 +1 @@</p><p>-- a</p>")
    put(tmp_path / "after", "stadt", hund="<p>++ b</p>")
    assert [one.lines for one in page_changes(tmp_path / "before", tmp_path / "after")] == [
        ("-@@ -1 +1 @@", "--- a", "+++ b")
    ]


def test_a_portal_that_is_gone_loses_its_pages(tmp_path: Path) -> None:
    put(tmp_path / "before", "stadt", home="Stadt")
    (tmp_path / "after").mkdir()
    assert [one.kind for one in page_changes(tmp_path / "before", tmp_path / "after")] == [REMOVED]


def test_the_file_tells_page_and_portals_above_the_lines() -> None:
    change = PageChange(CHANGED, ("-a", "+b"), {"/hund/": ("grossstadt", "kleinstadt"), "/katze/": ("kleinstadt",)})
    assert list(as_diff([change])) == [
        "=== geändert: /hund/ (grossstadt, kleinstadt)",
        "=== geändert: /katze/ (kleinstadt)",
        "-a",
        "+b",
        "",
    ]
