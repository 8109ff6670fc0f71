"""An edit of texts costs its own pages only; whatever is edited, output and messages are those of a clean build."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.catalog import checks, digests, manifest
from plugins.media import reading
from plugins.pages import listings
from plugins.pages.incremental.pages import EditedPages
from plugins.pages.incremental.rules import BETWEEN
from plugins.pages.rendering import Rendering
from search.blocks import SUFFIX
from tests.pages.building import Builder, Built
from tests.portals import TINY_DAY

Change = Callable[[Builder, random.Random], None]

DOG = "services/hund-anmelden.md"
SUMMARY = "## Kurztext\n\n"
LISTED = """\
title: Tiere
portal: wirtschaftsportal
path: /antrag/tiere/
checked_on: 2026-09-01
audience: [citizens]
topics: [tiere]
choices:
- title: Pferd anmelden
  leika: 99000000000001
  level: state
- title: Hundehalter prüfen
  leika: 99000000000002
  level: state
"""
PLAIN = (
    "Das geht **schnell**.",
    "- Ausweis\n- Geld\n",
    "1. Januar",
    "Gewerbe anmelden, Hund anmelden, Personalausweis beantragen, Grünschnitt abgeben, Fahrzeug zulassen.",
)
SPECIAL = (
    "Fragen Sie [hier](/leistungen/hund-anmelden/) nach.",
    "Fragen Sie [dort](/leistungen/gibt-es-nicht/) nach.",
    "Lesen Sie [das Gesetz](https://www.gesetze.example/hund) und [mehr](https://service.wirtschaft.example/hund).",
    "![Rampe](/media/rampe.png)",
    "## Gibt es nicht\n\nText",
    "Das Bürgerbüro der Stadt Kleinstadt hilft.",
)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The address of each page that is rendered from now on."""
    addresses: list[str] = []
    real = Rendering.page

    def page(self: Rendering, view: Any, title: str, graph: Any) -> bytes:
        addresses.append(view.url)
        return real(self, view, title, graph)

    monkeypatch.setattr(Rendering, "page", page)
    return addresses


def test_a_new_sentence_costs_the_pages_of_its_service(build: Builder, rendered: list[str]) -> None:
    _append(build.content / DOG, "Das geht schnell.")
    assert build().said.startswith("Stadt Großstadt: 11 Leistungen, 84 Seiten; ")
    assert sorted(rendered) == [f"/leistungen/hund-anmelden/{language}" for language in ("", "de-simple/", "en/")]
    assert "Das geht schnell." in (build.output / "leistungen" / "hund-anmelden" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("note: gebührenfrei", "note: kostenlos"),
        ("**Hundesteuer**", "[Steuer](/leistungen/gewerbe-anmelden/)"),
        ("**Hundesteuer**", "Steuer, [sagt das Land](https://service.wirtschaft.example/hund)"),
        ("(/leistungen/personalausweis-beantragen/)", "(/leistungen/kiosk-anmelden/#kosten)"),
        ("reviewed_on: 2026-10-20", "reviewed_on: 2026-10-21"),
        ("reviewed_on: 2026-10-20", "official_name: Hundeanmeldung\nreviewed_on: 2026-10-20"),
        ("legal_basis:", "maturity:\n  level: 3\n  model: '1.1'\nlegal_basis:"),
    ],
)
def test_so_does_a_fact_or_a_link_that_no_other_page_shows(
    old: str, new: str, build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    _change(build.content / DOG, old, new)
    built, pages, clean = build(), len(rendered), build.afresh(tmp_path / "clean")
    assert pages < 9
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


def test_another_summary_costs_the_pages_that_show_it(build: Builder, rendered: list[str], tmp_path: Path) -> None:
    _change(build.content / DOG, "Melden Sie ihn zur Hundesteuer an.", "Melden Sie ihn an.")
    built, pages, clean = build(), {*rendered}, build.afresh(tmp_path / "clean")
    own = {f"/leistungen/hund-anmelden/{language}" for language in ("", "de-simple/", "en/")}
    assert own < pages
    assert {"/themen/tiere/", "/stellen/steueramt/", "/buergerinnen-und-buerger/"} < pages
    assert not {"/suche/", "/leistungen/", "/themen/", "/stellen/", "/unternehmen/"} & pages
    assert len(pages) < 30
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


def test_another_synonym_costs_the_pages_that_lead_to_services_by_word(
    build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    _change(build.content / DOG, "  - Welpe\n", "  - Xoloitzcuintle\n  - Dackel\n")
    built, pages, clean = build(), {*rendered}, build.afresh(tmp_path / "clean")
    assert {"/leistungen/", "/leistungen/en/", "/suche/", "/leistungen/hund-anmelden/"} < pages
    assert not {"/", "/themen/tiere/", "/formulare/"} & pages
    assert len(pages) < 30
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


@pytest.mark.parametrize("most", [listings.MOST, 3])
def test_so_it_is_where_each_letter_has_a_page(
    most: int, build: Builder, rendered: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listings, "MOST", most)
    monkeypatch.setattr(digests, "of_code", lambda: "another")
    build()
    rendered.clear()
    _change(build.content / "services/hund-anmelden.en.md", "synonyms:\n", "synonyms:\n  - hound\n")
    _change(build.content / DOG, "## Kurztext\n\n", "## Kurztext\n\nWer hat einen? ")
    built, pages, clean = build(), len(rendered), build.afresh(tmp_path / "clean")
    assert 10 < pages < (40 if most > 3 else 110)
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


@pytest.mark.parametrize("word", ["Xolo", "Hundling"])
def test_a_letter_that_gets_a_page_is_a_build_of_everything(
    word: str, build: Builder, rendered: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listings, "MOST", 3)
    monkeypatch.setattr(digests, "of_code", lambda: "another")
    _change(build.content / DOG, "  - Welpe\n", "  - Xolo\n")
    build()
    rendered.clear()
    _change(build.content / DOG, "  - Xolo\n", f"  - {word} 2\n")
    built, pages, clean = build(), len(rendered), build.afresh(tmp_path / "clean")
    assert (pages > 130) == (word == "Hundling")
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


@pytest.mark.parametrize(
    ("path", "old", "new", "is_of_everything"),
    [
        (DOG, "  - Welpe\n", "  - Wort 5\n", True),
        (DOG, "  - Wort 5\n", "  - Welpe\n", True),
        (DOG, "  - Welpe\n", "  - Wort 12\n", False),
        ("services/gewerbe-anmelden.md", "  - Wort 1\n  - Wort 2\n", "  - Wort 2\n  - Wort 1\n", False),
        ("services/gewerbe-anmelden.md", "  - Wort 1\n", "", False),
    ],
)
def test_a_synonym_that_another_may_have_borrowed_asks_all_services(
    path: str, old: str, new: str, is_of_everything: bool, build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    many = "".join(f"  - Wort {number}\n" for number in range(9))
    _change(build.content / "services/gewerbe-anmelden.md", "synonyms:\n", f"synonyms:\n{many}")
    if "Wort 5" in old:
        _change(build.content / DOG, new, old)
    build()
    rendered.clear()
    _change(build.content / path, old, new)
    built, pages, clean = build(), len(rendered), build.afresh(tmp_path / "clean")
    assert (pages > 80) == is_of_everything
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


def test_who_takes_the_words_of_many_is_told_as_by_a_build_of_everything(build: Builder, tmp_path: Path) -> None:
    taken = ("Perso", "Trinkhalle", "Grünabfall", "Meisterbetrieb", "Auto anmelden", "Grundsteuererklärung")
    more = ("polizeiliches Führungszeugnis", "Firma gründen", "Gewerbe ummelden", "Baugenehmigung beantragen")
    words = "".join(f"  - {word}\n" for word in (*taken, *more))
    _change(build.content / DOG, "synonyms:\n", f"synonyms:\n{words}")
    built, clean = build(), build.afresh(tmp_path / "clean")
    assert "Die Wörter der Leute stammen aus" in built.told
    assert _told(built) == _told(clean())


def test_who_is_alike_because_of_a_summary_is_built_as_well(
    build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    trade = (build.content / "services/gewerbe-anmelden.md").read_text("utf-8")
    _summarised(build.content / "services/kiosk-anmelden.md", _summary_of(trade))
    built, pages, clean = build(), {*rendered}, build.afresh(tmp_path / "clean")
    services = {url for url in pages if url.startswith("/leistungen/")}
    assert services == {"/leistungen/kiosk-anmelden/", "/leistungen/gewerbe-anmelden/"}
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "title: Hund anmelden",
            "title: Einen Hund anmelden",
            {"/themen/tiere/", "/stellen/steueramt/", "/leistungen/"},
        ),
        ("  - kind: post\n", "", {"/themen/tiere/", "/stellen/steueramt/"}),
        ("topics: [tiere, umzug]", "topics: [tiere, umzug, gewerbe]", {"/themen/gewerbe/"}),
        ("audience: [citizens]", "audience: [citizens, businesses]", {"/", "/unternehmen/"}),
        ("offices: [steueramt, ordnungsamt]", "offices: [ordnungsamt, steueramt]", set[str]()),
        ("owner: steueramt", "owner: ordnungsamt", set[str]()),
        ("related: [gruenschnitt-abgeben]", "related: [gewerbe-anmelden]", set[str]()),
    ],
)
def test_a_fact_that_lists_show_costs_them_as_well(
    old: str, new: str, shown: set[str], build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    _change(build.content / DOG, old, new)
    built, pages, clean = build(), {*rendered}, build.afresh(tmp_path / "clean")
    assert {"/leistungen/hund-anmelden/", *shown} <= pages
    assert len(pages) < 50
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


def test_services_by_rule_show_other_summaries_and_other_services(
    build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    _listed_elsewhere(build.content)
    build()
    for turn, text in enumerate(("Pferde und Hunde.", "Wer ein Pferd hält, meldet es an: Anmeldung im Stall.")):
        rendered.clear()
        _summarised(build.content / DOG, text)
        built, pages, clean = build(), {*rendered}, build.afresh(tmp_path / f"clean-{turn}")
        assert "/leistungen/pferd-anmelden/" in pages
        assert len(pages) < 40
        assert _told(built) == _told(clean())
        assert manifest.measured(build.output) == manifest.measured(clean.output)


def test_where_feeds_tell_summaries_everything_is_built(
    build: Builder, rendered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(EditedPages, "_may_have_feeds", True)
    _change(build.content / DOG, "Melden Sie ihn zur Hundesteuer an.", "Melden Sie ihn an.")
    build()
    assert len(rendered) > 80


def test_without_what_was_kept_of_the_lists_everything_is_built(build: Builder, rendered: list[str]) -> None:
    for file in (build.cache / "builds").glob("*.listed"):
        file.unlink()
    _append(build.content / DOG, "Das geht schnell.")
    build()
    assert len(rendered) > 80


@pytest.mark.parametrize("suffix", [".fitting", SUFFIX])
def test_without_what_tells_who_is_alike_everything_is_built(
    suffix: str, build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    for file in (build.cache / "builds").glob(f"*{suffix}"):
        file.unlink()
    _change(build.content / DOG, "Melden Sie ihn zur Hundesteuer an.", "Melden Sie ihn an.")
    built, clean = build(), build.afresh(tmp_path / "clean")
    assert len(rendered) > 80
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


def test_an_edit_asks_no_picture_once_more(build: Builder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "read", lambda *_: pytest.fail("a medium was read"))
    _append(build.content / DOG, "Das geht schnell.")
    assert "; 0 Dateien" not in build().said


def test_after_an_edit_there_is_nothing_left_to_do(build: Builder, rendered: list[str]) -> None:
    _append(build.content / DOG, "Das geht schnell.")
    build()
    rendered.clear()
    assert build().said.endswith("; 0 Dateien geschrieben, 0 entfernt")
    assert rendered == []


def test_who_says_something_else_for_a_town_is_told_what_the_shared_text_says_now(
    build: Builder, rendered: list[str], tmp_path: Path
) -> None:
    local(build, random.Random(0))  # noqa: S311 - any
    before = build().told
    assert "based_on: " in before
    rendered.clear()
    _change(build.content / DOG, "innerhalb von 14 Tagen", "innerhalb von 15 Tagen")
    built = build()
    assert len(rendered) < 9
    assert _told(built) == _told(build.afresh(tmp_path / "clean")())
    assert built.told != before


def test_without_what_was_kept_of_the_search_everything_is_built_and_said_once(build: Builder, tmp_path: Path) -> None:
    for file in (build.cache / "builds").glob(f"*{SUFFIX}"):
        file.unlink()
    _append(build.content / DOG, "1. Januar")
    built, clean = build(), build.afresh(tmp_path / "clean")
    assert built.told
    assert _told(built) == _told(clean())
    assert manifest.measured(build.output) == manifest.measured(clean.output)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (DOG, "leika: [99102013104000]\n", ""),
        (DOG, "**Hundesteuer**", "[Steuer](/media/merkblatt.pdf)"),
        (DOG, "**Hundesteuer**", "Steuer\n\n![Rampe am Eingang](/media/rampe.png)\n\n"),
        ("topics/tiere.yaml", "title: ", "title: Liebe "),
        ("offices/finanzamt.yaml", "name: ", "name: Das "),
    ],
)
def test_what_others_show_as_well_is_built_with_them(
    path: str, old: str, new: str, build: Builder, rendered: list[str]
) -> None:
    _change(build.content / path, old, new)
    build()
    assert len(rendered) > 80


def test_other_code_builds_everything(build: Builder, rendered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "of_code", lambda: "another")
    build()
    assert len(rendered) > 80


def test_the_rules_that_compare_services_are_known() -> None:
    assert sorted(BETWEEN - set(checks.rules())) == []


def sentence(build: Builder, dice: random.Random) -> None:
    long = [path for path in sorted(build.content.glob("services/*.md")) if "## Volltext" in path.read_text("utf-8")]
    _append(dice.choice(long), dice.choice(PLAIN))


def passage(build: Builder, dice: random.Random) -> None:
    _append(_one(build, "services", dice), dice.choice(SPECIAL))


def words(build: Builder, dice: random.Random) -> None:
    _replace(_one(build, "services", dice), dice, (("Sie ", "Sie bitte "), ("die ", "alle "), (" und ", " oder ")))


def summary(build: Builder, dice: random.Random) -> None:
    said = (
        "Das geht schnell.",
        "Ein Hund und ein Gewerbe.",
        "Grünschnitt, Hundesteuer oder Kiosk.",
        "Wohnungsamtsleiterin",
        _summary_of(_one(build, "services", dice).read_text("utf-8")),
    )
    file, new = _one(build, "services", dice), dice.choice(said)
    old = _summary_of(file.read_text("utf-8"))
    _summarised(file, dice.choice((new, f"{old} {new}", f"{new} {old}")))


def synonyms(build: Builder, dice: random.Random) -> None:
    file = _one(build, "services", dice)
    words = dice.sample(("Hund", "Kiosk", "Xylophon", "9 Uhr", "Welpe", "Grünschnittabfuhr", "Laden"), k=2)
    text = file.read_text("utf-8")
    if dice.random() < 0.5 and "synonyms:\n  - " in text:
        head, _, rest = text.partition("synonyms:\n  - ")
        file.write_text(f"{head}synonyms:\n  - {words[0]} {rest}", "utf-8")
    else:
        file.write_text(text.replace("synonyms:\n", f"synonyms:\n  - {words[0]} {words[1]}\n"), "utf-8")


def facts(build: Builder, dice: random.Random) -> None:
    pairs = (
        ("title: ", "title: Neu "),
        ("title: ", "title: Zu Hause "),
        (" beantragen", " anfordern"),
        ("- kind: post\n", "- kind: in_person\n"),
        ("  - kind: phone\n", "  - kind: post\n  - kind: phone\n"),
        ("  - kind: phone\n", ""),
        ("  - kind: online\n", "  - kind: phone\n  - kind: online\n"),
        ("channels:\n", "channels:\n  - kind: portal\n    portal: wirtschaftsportal\n"),
        ("channels:\n", "channels:\n  - kind: portal\n    portal: registerportal\n    label: Nachsehen\n"),
        ("audience: [citizens]", "audience: [citizens, businesses]"),
        ("audience: [businesses]", "audience: [citizens]"),
        ("topics: [", "topics: [tiere, "),
        ("topics: [tiere, ", "topics: ["),
        ("topics: [", "topics: [gewerbe, "),
        ("offices: [", "offices: [ordnungsamt, "),
        ("offices: [steueramt, ", "offices: ["),
        ("owner: ordnungsamt", "owner: steueramt"),
        ("related: [", "related: [hund-anmelden, "),
        ("forms: [hund-anmelden]\n", ""),
        ("legal_basis:\n", "legal_basis:\n  - law: gewo\n    section: 15\n"),
        ("gebührenfrei", "kostenlos"),
        ("- kind: post\n", ""),
        ("2027-10-20", "2027-11-20"),
        ("2027-10-20", "2026-01-20"),
        ("16,20", "17,20"),
    )
    _replace(_one(build, "services", dice), dice, pairs)


def world(build: Builder, dice: random.Random) -> None:
    folder = dice.choice(("topics", "offices", "municipalities/grossstadt/offices", "pages"))
    _replace(_one(build, folder, dice), dice, (("title: ", "title: Alle "), ("name: ", "name: Das ")))


def local(build: Builder, dice: random.Random) -> None:
    file = build.content / "municipalities" / "grossstadt" / "services" / "hund-anmelden.md"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"---\nreviewed_on: 2026-10-2{dice.randrange(9)}\n---\n\n## Fristen\n\nSofort.\n", "utf-8")


def added(build: Builder, dice: random.Random) -> None:
    shutil.copy(_one(build, "services", dice), build.content / "services" / f"neu-{dice.randrange(9)}.md")


def removed(build: Builder, dice: random.Random) -> None:
    _one(build, "services", dice).unlink()


def renamed(build: Builder, dice: random.Random) -> None:
    file = _one(build, "services", dice)
    file.rename(file.with_name(f"anders-{file.name}"))


def lost_page(build: Builder, dice: random.Random) -> None:
    dice.choice(sorted(build.output.rglob("*.html"))).unlink()


def spoilt_page(build: Builder, dice: random.Random) -> None:
    _append(dice.choice(sorted(build.output.rglob("*.html"))), "!")


def spoilt_memory(build: Builder, dice: random.Random) -> None:
    file = dice.choice(sorted((build.cache / "builds").iterdir()))
    data = bytearray(file.read_bytes())
    data[dice.randrange(len(data))] ^= 1
    file.write_bytes(data)


def reverted(build: Builder, _: random.Random) -> None:
    shutil.rmtree(build.content)
    shutil.copytree(build.content.parent / "original", build.content)


OFTEN: tuple[Change, ...] = (sentence, sentence, summary, synonyms, words, facts, facts)
ALL: tuple[Change, ...] = (
    *OFTEN,
    *(passage, facts, world, local, added, removed, renamed, lost_page, spoilt_page, spoilt_memory, reverted),
)


@pytest.mark.parametrize("seed", range(3))
def test_random_edits_leave_what_a_clean_build_writes_and_says(
    seed: int, build: Builder, rendered: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if seed % 2:
        _listed_elsewhere(build.content)
        build()
    elif seed:
        monkeypatch.setattr(listings, "MOST", 3)
        monkeypatch.setattr(digests, "of_code", lambda: "another")
        build()
    shutil.copytree(build.content, tmp_path / "original")
    dice, settings = random.Random(seed), {}  # noqa: S311 - the same in every run
    pages = []
    for turn in range(16):
        for change in dice.choices(ALL if turn % 3 == 2 else OFTEN, k=dice.randint(1, 2)):
            change(build, dice)
        if turn % 7 == 6:
            settings = {"PREVIEW": dice.random() < 0.5}
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(TINY_DAY + dice.randrange(3) * 24 * 60 * 60))
        rendered.clear()
        built = build(**settings)
        pages.append(len(rendered))
        clean = build.afresh(tmp_path / f"clean-{turn}")
        assert _told(built) == _told(clean(**settings))
        if built.said:
            assert manifest.measured(build.output) == manifest.measured(clean.output)
        else:
            reverted(build, dice)
    assert sum(0 < number <= 45 for number in pages) > 5
    assert max(pages) > 80


def _told(built: Built) -> tuple[str, str]:
    """What is said but for how many files were written."""
    return built.said.partition(";")[0], built.told


def _one(build: Builder, folder: str, dice: random.Random) -> Path:
    return dice.choice(sorted(path for path in (build.content / folder).iterdir() if path.is_file()))


def _append(file: Path, text: str) -> None:
    file.write_text(f"{file.read_text('utf-8')}\n{text}\n", "utf-8")


def _summary_of(text: str) -> str:
    return text.partition(SUMMARY)[2].partition("\n\n")[0]


def _summarised(file: Path, new: str) -> None:
    text = file.read_text("utf-8")
    if old := _summary_of(text):
        file.write_text(text.replace(f"{SUMMARY}{old}", f"{SUMMARY}{new}"), "utf-8")


def _listed_elsewhere(content: Path) -> None:
    """Two services by rule, of which nobody has written."""
    file = content / "landings" / "tiere.yaml"
    file.parent.mkdir()
    file.write_text(LISTED, "utf-8")


def _change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def _replace(file: Path, dice: random.Random, pairs: tuple[tuple[str, str], ...]) -> None:
    file.write_text(file.read_text("utf-8").replace(*dice.choice(pairs), 1), "utf-8")
