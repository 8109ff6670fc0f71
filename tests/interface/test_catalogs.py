"""The catalogs say everything that the interface says, and nothing else."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from plugins.catalog.records import Language
from plugins.interface import catalogs
from tests.portals import PROJECT

OTHERS = tuple(catalogs.FOLDERS)
PLACEHOLDERS = re.compile(r"%\(\w+\)s|\{\w+\}")


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The German sentences of templates, scripts and code, as `make texts` collects them."""
    file: Path = tmp_path_factory.mktemp("texts") / "fundstelle.pot"
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract", "-F", "babel.cfg"]
    subprocess.run([*command, "--ignore-dirs=node_modules output tests", "-o", file, "."], cwd=PROJECT, check=True)
    with file.open("rb") as found:
        return read_po(found)


def messages(catalog: Catalog) -> dict[object, Message]:
    return {message.id: message for message in catalog if message.id}


def strings(text: object) -> Iterator[str]:
    yield from (text,) if isinstance(text, str) else map(str, text if isinstance(text, tuple | list) else ())


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_of_the_interface_is_translated_and_no_other(language: Language, collected: Catalog) -> None:
    told = messages(catalogs.catalog(language))
    assert sorted(map(str, messages(collected).keys() ^ told.keys())) == []
    assert [name for name, message in told.items() if not all(strings(message.string)) or message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_catalog_keeps_nothing_that_is_no_longer_said(language: Language) -> None:
    assert list(catalogs.catalog(language).obsolete) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_placeholders_of_the_german_sentence(language: Language) -> None:
    different = [
        (german, text)
        for message in messages(catalogs.catalog(language)).values()
        for german in strings(message.id)
        for text in strings(message.string)
        if sorted(PLACEHOLDERS.findall(german)) != sorted(PLACEHOLDERS.findall(text))
    ]
    assert different == []


@pytest.mark.parametrize("language", OTHERS)
def test_one_thing_is_told_from_many_as_in_german(language: Language) -> None:
    assert (catalogs.catalog(language).num_plurals, catalogs.catalog(language).plural_expr) == (2, "(n != 1)")


def test_leichte_sprache_has_short_sentences_without_abbreviations() -> None:
    texts = [t for m in messages(catalogs.catalog(Language.SIMPLE)).values() for t in strings(m.string)]
    sentences = [sentence for text in texts for sentence in re.split(r"[.:?!]\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 12] == []
    assert [text for text in texts if re.search(r"\b(z\. ?B|bzw|usw|ggf|inkl)\b", text)] == []


def test_german_needs_no_catalog() -> None:
    assert catalogs.compiled(catalogs.catalog(Language.GERMAN)).gettext("Suche") == "Suche"
    assert catalogs.for_scripts(catalogs.catalog(Language.GERMAN)) == {}


def test_scripts_get_what_they_say_and_who_may_be_competent() -> None:
    told = catalogs.for_scripts(catalogs.catalog(Language.ENGLISH))
    assert told["Alle Treffer anzeigen"] == "Show all results"
    assert told["%(count)s Treffer für „%(text)s“"] == (
        "%(count)s result for “%(text)s”",
        "%(count)s results for “%(text)s”",
    )
    assert told["Bund"] == "Federal Government"
    assert "Was es kostet" not in told


def test_no_sentence_hides_where_it_is_not_collected() -> None:
    scripts = {file.name: file.read_text("utf-8") for file in (PROJECT / "theme").rglob("*.mjs")}
    assert [name for name, text in scripts.items() if re.search(r"\$\{n?gettext", text)] == []
    code = {file.name: file.read_text("utf-8") for file in (PROJECT / "plugins").rglob("*.py")}
    assert [name for name, text in code.items() if re.search(r"\bf(['\"]).*\{[^}]*gettext\(.*\1", text)] == []
