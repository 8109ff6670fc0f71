"""One value of a file is changed, every other byte stays."""

import pytest

from plugins.catalog.manuscript import Manuscript, NotChangedError, Way

DOG = """---
title: Hund anmelden
topics: [tiere, umzug]
fees:
  # einmalig
  - label: Anmeldung
    amount: 25,00
  - note: "gebührenfrei: für \\"Blindenhunde\\""
  - {label: Marke, amount: 5}
related: [a, b]
---

## Kurztext

amount: 25,00
"""


def changed(way: Way, value: str, text: str = DOG) -> list[tuple[str, str]]:
    """The lines that are others afterwards."""
    after = Manuscript("a.md", text).changed(way, value).text
    pairs = zip(text.splitlines(), after.splitlines(), strict=True)
    return [(old, new) for old, new in pairs if old != new]


@pytest.mark.parametrize(
    ("way", "value", "old", "new"),
    [
        (("title",), "Katze", "title: Hund anmelden", "title: Katze"),
        (("title",), "Bus #5", "title: Hund anmelden", 'title: "Bus #5"'),
        (("title",), "Achtung: „Hund“", "title: Hund anmelden", 'title: "Achtung: „Hund“"'),
        (("title",), 'Der "gute" #Hund', "title: Hund anmelden", "title: 'Der \"gute\" #Hund'"),
        (("fees", 0, "amount"), "30,00", "    amount: 25,00", "    amount: 30,00"),
        (("topics", 1), "a, b", "topics: [tiere, umzug]", 'topics: [tiere, "a, b"]'),
        (
            ("fees", 1, "note"),
            "frei",
            '  - note: "gebührenfrei: für \\"Blindenhunde\\""',
            "  - note: frei",
        ),
        (("fees", 2, "amount"), "6", "  - {label: Marke, amount: 5}", "  - {label: Marke, amount: 6}"),
    ],
)
def test_one_value_changes_and_is_quoted_where_yaml_needs_it(way: Way, value: str, old: str, new: str) -> None:
    assert changed(way, value) == [(old, new)]


def test_a_new_key_stands_below_the_last_single_value_of_its_record() -> None:
    after = Manuscript("a.md", DOG).changed(("fees", 1, "amount"), "7,00").text
    assert after == DOG.replace('\\""\n', '\\""\n    amount: 7,00\n')


@pytest.mark.parametrize(
    ("facts", "after"),
    [
        ("title: x\n", "title: x\nwords: [new]\n"),
        ("words: [a, b]\ntitle: x\n", "words: [a, b, new]\ntitle: x\n"),
        ("words:\n  - a\n  - b\ntitle: x\n", "words:\n  - a\n  - b\n  - new\ntitle: x\n"),
        ('words:\n- "a"\n', 'words:\n- "a"\n- new\n'),
    ],
)
def test_a_list_gets_one_more_word(facts: str, after: str) -> None:
    assert Manuscript("a.yaml", facts).with_item("words", "new").text == after
    assert Manuscript("a.md", f"---\n{facts}---\nText\n").with_item("words", "new").text == f"---\n{after}---\nText\n"


def test_a_key_goes_with_its_line() -> None:
    assert Manuscript("a.md", DOG).without(("fees", 0, "amount")).text == DOG.replace("    amount: 25,00\n", "", 1)


@pytest.mark.parametrize(
    ("way", "message"),
    [
        (("fees", 1, "note"), "Die Angabe steht nicht allein in ihrer Zeile. Löschen Sie sie in der Datei."),
        (("fees", 2, "amount"), "Die Angabe steht nicht allein in ihrer Zeile. Löschen Sie sie in der Datei."),
        (("topics",), "Hier steht kein einzelner Wert. Ändern Sie die Angabe in der Datei."),
    ],
)
def test_what_shares_its_line_is_not_removed(way: Way, message: str) -> None:
    with pytest.raises(NotChangedError) as error:
        Manuscript("a.md", DOG).without(way)
    assert str(error.value) == message


@pytest.mark.parametrize("text", ["title: |\n  Hund\n", "title: >-\n  Hund\n"])
def test_a_block_of_lines_is_not_replaced(text: str) -> None:
    with pytest.raises(NotChangedError) as error:
        Manuscript("a.yaml", text).changed(("title",), "Katze")
    assert str(error.value) == "Der Wert steht über mehrere Zeilen. Ändern Sie ihn in der Datei."


def test_a_value_over_two_lines_is_replaced_as_a_whole() -> None:
    assert Manuscript("a.yaml", "title: Hund\n  anmelden\nowner: x\n").changed(("title",), "Katze").text == (
        "title: Katze\nowner: x\n"
    )


def test_line_ends_of_windows_stay() -> None:
    data = DOG.replace("\n", "\r\n").encode()
    assert Manuscript.of("a.md", data).data == data
    assert Manuscript.of("a.md", data).changed(("title",), "Katze").data == data.replace(b"Hund anmelden", b"Katze")


@pytest.mark.parametrize("data", [b"title: \xfc\n", b"title: a\r\nowner: b\n", b"title: a\rowner: b\n"])
def test_a_file_that_would_come_out_with_other_bytes_is_refused(data: bytes) -> None:
    with pytest.raises(NotChangedError) as error:
        Manuscript.of("a.yaml", data)
    assert str(error.value) == "Die Datei ist nicht in UTF-8 mit einheitlichen Zeilenenden. Zuerst: make fix"
