"""libyaml's complaints in German: at the line of the mistake, with a remedy that mends it."""

import pytest

from plugins.catalog import nodes
from plugins.catalog.nodes import NodeError
from tests.conftest import said

QUOTE = "Setzen Sie den ganzen Wert in Anführungszeichen"
OPEN_BRACKET = "Eckige Klammer nicht geschlossen  [yaml] → Schreiben Sie: [eins, zwei]"
OPEN_QUOTE = 'Anführungszeichen nicht geschlossen  [yaml] → Setzen Sie das zweite " ans Ende.'
NO_COLON = "Nach dem Schlüssel fehlt der Doppelpunkt  [yaml] → Schreiben Sie: schlüssel: Wert"
NO_SPACE = "Nach dem Doppelpunkt fehlt ein Leerzeichen  [yaml] → Schreiben Sie: level: municipal"
TAB = "Die Zeile beginnt mit einem Tabulator  [yaml] → Rücken Sie mit Leerzeichen ein."
TOO_DEEP = "Die Zeile ist zu weit eingerückt  [yaml] → Beginnen Sie sie so weit links wie den Schlüssel darüber."


def refused(text: str) -> str:
    with pytest.raises(NodeError) as caught:
        nodes.parse(text, "x.yaml")
    return said([caught.value.problem])[0].removeprefix("content/x.yaml:")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x\nlevel municipal\nowner: y", f"2:1: {NO_COLON}"),
        ("title: x\nfees:\n  - note: y\n    label z\nowner: y", f"4:5: {NO_COLON}"),
        ("topics: [a, b\nowner: x\nlevel: y", f"1:9: {OPEN_BRACKET}"),
        ("owner: x\ntopics: [", f"2:9: {OPEN_BRACKET}"),
        ('owner: x\ntitle: "Hund\nlevel: y\n', f"2:8: {OPEN_QUOTE}"),
        ('title: "Hund\nlevel: x\nowner: "y"\n', f"1:8: {OPEN_QUOTE}"),
        (
            "title: 'Hund\nlevel: y",
            "1:8: Anführungszeichen nicht geschlossen  [yaml] → Setzen Sie das zweite ' ans Ende.",
        ),
        (
            "topics: {a, b\nowner: x",
            f'1:9: Geschweifte Klammer nicht geschlossen  [yaml] → {QUOTE}: topics: "{{a, b"',
        ),
    ],
)
def test_a_mistake_is_reported_where_it_was_made_not_where_it_was_noticed(text: str, message: str) -> None:
    assert refused(text) == message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: x\n\tlevel: y", f"2:1: {TAB}"),
        ("fees:\n\t- note: x", f"2:1: {TAB}"),
        ("fees:\n  - note: x\n  \tlabel: y", f"3:1: {TAB}"),
        ("level:municipal\nowner: x", f"1:6: {NO_SPACE}"),
        ("title: x\nlevel:municipal\nowner: x", f"2:6: {NO_SPACE}"),
        ("title: x\nlevel:municipal", f"2:6: {NO_SPACE}"),
        (
            "synonyms:\n  - x\n  -y",
            "3:4: Nach dem Strich fehlt ein Leerzeichen  [yaml] → Schreiben Sie: - y",
        ),
        (
            "synonyms:\n  - x\n  y\nowner: z",
            "3:3: Der Listeneintrag beginnt nicht mit „- “  [yaml] → Schreiben Sie: - y",
        ),
        (
            'title: "Hund" anmelden\nlevel: x',
            f"1:15: Text hinter dem schließenden Anführungszeichen  [yaml] → {QUOTE}: title: '\"Hund\" anmelden'",
        ),
        ("title: *Hund*", f'1:8: Ein Wert darf nicht mit * beginnen  [yaml] → {QUOTE}: title: "*Hund*"'),
        ("title: **Hund**", f'1:8: Ein Wert darf nicht mit * beginnen  [yaml] → {QUOTE}: title: "**Hund**"'),
        ("title: &Hund", f'1:8: Ein Wert darf nicht mit & beginnen  [yaml] → {QUOTE}: title: "&Hund"'),
        ("title: - Hund", "1:8: Ein Wert darf nicht mit „- “ beginnen  [yaml] → Setzen Sie „- “ in eine neue Zeile."),
        ("title: x\nlevel: y\n  owner: z", f"3:1: {TOO_DEEP}"),
        (
            "topics:\n  - a\n - b",
            "3:2: Die Einrückung passt nicht  [yaml] → Beginnen Sie die Zeile so weit links wie die Zeilen darüber.",
        ),
        (
            "topics: [a, 'b' c]",
            "1:17: Zwischen zwei Einträgen fehlt das Komma  [yaml] → Schreiben Sie: [eins, zwei]",
        ),
        (
            'title: "a\\qb"',
            "1:10: Umgekehrter Schrägstrich \\ in Anführungszeichen  [yaml]"
            " → Löschen Sie \\ oder schreiben Sie es doppelt: \\\\",
        ),
        (
            "title: |x",
            "1:9: Die Angaben sind nicht lesbar  [yaml]"
            " → Vergleichen Sie Einrückung, Doppelpunkte und Anführungszeichen mit einer anderen Datei.",
        ),
    ],
)
def test_the_line_itself_is_looked_at_before_a_remedy_is_chosen(text: str, message: str) -> None:
    assert refused(text) == message


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: *Hund*", "*Hund*"),
        ("title: **Hund**", "**Hund**"),
        ("title: &Hund", "&Hund"),
        ('title: "Hund" anmelden', '"Hund" anmelden'),
        ("title: @a\\b", "@a\\b"),
        ("title: Hund: it's", "Hund: it's"),
    ],
)
def test_the_remedy_is_true(text: str, title: str) -> None:
    assert nodes.parse(refused(text).split(f"{QUOTE}: ")[1], "x.yaml").plain() == {"title": title}
