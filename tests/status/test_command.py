"""`make status`: what is printed, the table for the council, and the folder of pages and lists."""

import csv
import hashlib
import io
import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from bs4 import BeautifulSoup

from plugins.catalog.catalog import load
from plugins.status import __main__ as status
from plugins.status import site
from plugins.status.dashboard import Dashboard, Line, as_csv, dashboard
from plugins.status.reviews import Agenda
from plugins.status.standing import COLUMNS
from plugins.status.trend import Milestone
from tests.conftest import CONTENT, TODAY, Draft
from tests.portals import TINY_DAY
from tests.status.conftest import PORTAL, review

HOSTILE = [
    "</title><script>alert(1)</script>",
    "]]> &amp; <!-- ' \"",
    "=HYPERLINK(1;2), C:\\neu",
    "{{ 7*7 }} {% raw %} %s ${x}",
    "Ω≈ç√∫ 田中さん 👾 Z̮̞̠͙͔ͅ",
    "javascript:alert(1) END:VCALENDAR",
]


@pytest.fixture(autouse=True)
def first_of_november(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The day the tiny country lives in, and a cache of its own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY))
    monkeypatch.setattr(status, "CACHE", tmp_path / "cache")


def board(folder: Path, town: str = "grossstadt") -> Dashboard:
    catalog, _ = load(folder, TODAY)
    return dashboard(catalog, catalog.municipalities[town], folder, folder.parent / "cache")


def table(data: bytes) -> list[list[str]]:
    """A CSV as German Excel reads it."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def digests(folder: Path) -> dict[str, str]:
    return {str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.rglob("*.*")}


def test_departments_then_all_of_them_then_the_months(write: Draft, capsys: pytest.CaptureFixture[str]) -> None:
    assert status.main(["--municipality", "kleinstadt", str(write.folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Stadt Kleinstadt, Stand 01.11.2026", ""]
    assert "Straßenverkehrsamt (Kreis Muster): Leistungen 1 · online 1 · mit Formular 1" in lines
    assert lines[-3].startswith("Alle Fachämter: Leistungen 11 · online 6 · mit Formular 2 · ")
    assert lines[-1] == "Kein Verlauf: git kennt keinen Stand dieser Inhalte von einem früheren Monatsende."


def test_the_council_gets_a_table_for_a_spreadsheet(write: Draft, tmp_path: Path) -> None:
    office = write.folder / "municipalities" / "grossstadt" / "offices" / "steueramt.yaml"
    text = office.read_text(encoding="utf-8")
    office.write_text(text.replace("name: Steueramt Großstadt", 'name: "=1+1"'), encoding="utf-8")
    assert status.main(["--municipality", "grossstadt", "--csv", str(tmp_path / "rat.csv"), str(write.folder)]) == 0
    data = (tmp_path / "rat.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbfStand;Fachamt;Leistungen;online;")
    head, *rows = table(data)
    assert head == ["Stand", "Fachamt", *COLUMNS]
    assert rows[0] == ["01.11.2026", "'=1+1", "1", "1", "1", "0", "0", "1", "1", "0", "", "0", ""]
    assert rows[-1][:4] == ["01.11.2026", "Alle Fachämter", "11", "6"]


def test_earlier_months_follow_the_sum_the_latest_first(write: Draft) -> None:
    found = board(write.folder)
    days = [TODAY.replace(month=month, day=30) for month in (6, 9)]
    months = tuple(Milestone(day, found.today.figures) for day in days)
    told = Dashboard(found.municipality, found.lines, (*months, found.today), found.agendas)
    assert [row[:2] for row in table(as_csv(told))[-3:]] == [
        ["01.11.2026", "Alle Fachämter"],
        ["30.09.2026", "Alle Fachämter"],
        ["30.06.2026", "Alle Fachämter"],
    ]


def test_bars_are_as_high_as_the_most_services(write: Draft) -> None:
    found = board(write.folder)
    half = Milestone(TODAY.replace(day=1, month=10), (5, 5, *found.today.figures[2:]))
    told = Dashboard(found.municipality, found.lines, (half, found.today), found.agendas)
    assert list(site.bars(told)) == [
        site.Bar("services", 0, 66, 54),
        site.Bar("online", 0, 66, 54),
        site.Bar("services", 40, 0, 120),
        site.Bar("online", 40, 55, 65),
    ]


def test_each_department_has_a_page_a_feed_a_calendar_and_json(tmp_path: Path) -> None:
    out = tmp_path / "status"
    assert status.main(["--municipality", "grossstadt", "--out", str(out), str(CONTENT)]) == 0
    for folder in (out / "wiedervorlage", out / "wiedervorlage" / "steueramt"):
        assert sorted(file.name for file in folder.iterdir() if file.is_file()) == [
            "feed.xml",
            "index.html",
            "termine.ics",
            "wiedervorlage.json",
        ]
    assert json.loads((out / "wiedervorlage" / "steueramt" / "wiedervorlage.json").read_text("utf-8")) == {
        "department": "steueramt",
        "name": "Steueramt Großstadt",
        "reviews": [
            {
                "service": "hund-anmelden",
                "title": "Hund anmelden",
                "url": "https://service.grossstadt.example/leistungen/hund-anmelden/",
                "file": "services/hund-anmelden.md",
                "reviewed_on": "2026-10-20",
                "review_by": "2027-10-20",
            }
        ],
    }


def test_a_year_later_everything_is_overdue_in_the_order_of_its_days(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY + 365 * 86400))
    assert status.main(["--municipality", "grossstadt", "--out", str(tmp_path / "status"), str(CONTENT)]) == 0
    page = BeautifulSoup((tmp_path / "status" / "wiedervorlage" / "index.html").read_text("utf-8"), "html.parser")
    days = [row.select("time")[0]["datetime"] for row in page.select("tbody tr")]
    assert days == sorted(map(str, days))
    assert len(page.select("tbody strong")) == len(days) == 11
    feed = Xml.fromstring((tmp_path / "status" / "wiedervorlage" / "feed.xml").read_bytes())  # noqa: S314
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 11


def test_no_page_is_for_search_engines_or_loads_anything_from_elsewhere(write: Draft) -> None:
    pages = [data.decode() for name, data in site.files(board(write.folder)) if name.endswith(".html")]
    assert len(pages) == 9
    for page in pages:
        assert '<meta name="robots" content="noindex, nofollow">' in page
        assert "default-src 'none'; style-src 'self'; img-src data:" in page


def test_links_between_the_files_lead_somewhere(write: Draft) -> None:
    found = dict(site.files(board(write.folder)))
    for name, data in found.items():
        if name.endswith(".html"):
            targets = [tag["href"] for tag in BeautifulSoup(data, "html.parser").select("[href]:not([rel=icon])")]
            local = [str(target) for target in targets if not str(target).startswith("https://")]
            here = Path("/status", name).parent
            assert {str((here / one).resolve().relative_to("/status")) for one in local} <= found.keys()


def test_hostile_titles_and_names_are_text_in_every_format(write: Draft) -> None:
    calm = board(write.folder)
    reviews = tuple(review(title, service=f"dienst-{number}") for number, title in enumerate(HOSTILE))
    agendas = tuple(Agenda(f"amt-{number}", name, PORTAL, reviews) for number, name in enumerate(HOSTILE))
    lines = tuple(Line(name, calm.today.figures, "wiedervorlage/") for name in HOSTILE)
    found = dict(site.files(Dashboard(calm.municipality, lines, calm.milestones, agendas)))
    status_page = BeautifulSoup(found["index.html"], "html.parser")
    assert [row.get_text() for row in status_page.select("tbody th")] == HOSTILE
    for number, name in enumerate(HOSTILE):
        folder = f"wiedervorlage/amt-{number}"
        page = BeautifulSoup(found[f"{folder}/index.html"], "html.parser")
        assert [row.get_text() for row in page.select("tbody th")] == HOSTILE
        assert page.h1.get_text() == f"Wiedervorlage: {name}"  # type: ignore[union-attr]
        assert page.select("script") == []
        assert [one["title"] for one in json.loads(found[f"{folder}/wiedervorlage.json"])["reviews"]] == HOSTILE
        feed = Xml.fromstring(found[f"{folder}/feed.xml"])  # noqa: S314
        assert feed.findtext("{*}author/{*}name") == name
        calendar = found[f"{folder}/termine.ics"].decode()
        ends = ("BEGIN:VEVENT", "END:VEVENT", "END:VCALENDAR")
        assert [calendar.count(f"\r\n{line}\r\n") for line in ends] == [len(HOSTILE), len(HOSTILE), 1]


def test_the_same_content_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "other"):
        assert status.main(["--out", str(tmp_path / name), str(CONTENT)]) == 0
    assert digests(tmp_path / "one") == digests(tmp_path / "other")


def test_a_department_that_keeps_nothing_any_more_has_no_list(write: Draft, tmp_path: Path) -> None:
    out = tmp_path / "status"
    arguments = ["--municipality", "grossstadt", "--out", str(out), str(write.folder)]
    assert status.main(arguments) == 0
    dog = write.folder / "services" / "hund-anmelden.md"
    dog.write_text(dog.read_text("utf-8").replace("owner: steueramt", "owner: ordnungsamt"), encoding="utf-8")
    assert status.main(arguments) == 0
    assert not (out / "wiedervorlage" / "steueramt").exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "portal").mkdir()
    (tmp_path / "portal" / "index.html").write_text("Startseite", encoding="utf-8")
    assert status.main(["--out", str(tmp_path / "portal"), str(CONTENT)]) == 2
    assert capsys.readouterr().err == (
        f"Im Ordner {tmp_path / 'portal'} liegt anderes. Nehmen Sie einen leeren: make status OUT=…\n"
    )


def test_an_unknown_place_and_folder_and_content_with_errors_are_said(
    write: Draft, capsys: pytest.CaptureFixture[str]
) -> None:
    assert status.main(["--municipality", "atlantis", str(CONTENT)]) == 2
    assert capsys.readouterr().err == (
        "Den Ort „atlantis“ gibt es nicht. Möglich sind: grossstadt, kleinstadt, kreis-muster.\n"
    )
    assert status.main(["nirgends"]) == 2
    assert capsys.readouterr().err == "Den Ordner nirgends gibt es nicht. Geben Sie ihn an: make status CONTENT=…\n"
    write.change("services/hund-anmelden.md", "level: municipal", "level: overall")
    assert status.main([str(write.folder)]) == 1
    assert "hund-anmelden.md:4:8" in capsys.readouterr().err
