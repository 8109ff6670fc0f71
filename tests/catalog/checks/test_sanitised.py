"""What a sanitiser would remove from a page is refused while reading; nothing is removed behind anybody's back."""

import json
from pathlib import Path

import pytest

from plugins.catalog import sanitising
from plugins.catalog.encodings import INVISIBLE
from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
TEXT = "Für jeden Hund zahlen Sie **Hundesteuer**. Das gilt auch für Welpen."
MESSAGE = (
    "Hier steht etwas, das auf einer Seite nicht stehen darf  [sanitised]"
    " → Löschen Sie, was mit & beginnt und mit ; endet; schreiben Sie das Zeichen selbst."
)


@pytest.mark.parametrize(
    "text",
    [
        "Müller & Söhne &amp; Co, 5 &lt; 6, &euro;&nbsp;5, Donau&shy;dampf",
        '[x](/hilfe/ "Ein \\"Titel\\"") und [y][1]\n\n[1]: mailto:info@grossstadt.example',
        "| a | b |\n|:--|--:|\n| c | `d` |\n\n5. fünf\n6. sechs\n\n> so\n\n```python\nx = '<b>' && \"y\"\n```",
        "Er sagt: \"Nein\" 'x' \u00a0 ™ 🐕 \\* ~ ^",
    ],
)
def test_what_our_markdown_can_do_passes(text: str) -> None:
    assert sanitising.first_change(text) is None


@pytest.mark.parametrize(
    "hidden",
    ["&#x202e;", "&#8203;", "&ZeroWidthSpace;", "&lrm;", "&#xFEFF;", "&#13;", "&#xE0041;", "&NoBreak;"],
)
def test_an_invisible_character_written_in_another_way_is_an_error_at_its_block(write: Draft, hidden: str) -> None:
    assert said(write.change(DOG, TEXT, f"Ein Satz.\n\nHund{hidden}esteuer")) == [f"content/{DOG}:40:1: {MESSAGE}"]


@pytest.mark.parametrize(
    "html",
    [
        "<p onclick='x'>a</p>",
        "<script>a</script>",
        '<p><a href="javascript:x">a</a></p>',
        '<p><a href="data:text/html,x">a</a></p>',
        "<p><img src=x></p>",
        "<p>a<!-- b --></p>",
        '<p style="color:red">a</p>',
        "<p>a\u202eb</p>",
    ],
)
def test_html_that_our_markdown_never_writes_would_be_noticed(html: str) -> None:
    assert not sanitising.is_clean(html)


@pytest.mark.corpus
def test_of_public_attacks_only_hidden_characters_would_be_removed(corpora: Path) -> None:
    folder = corpora / "adversarial"
    attacks = [entry["payload"] for entry in json.loads((folder / "owasp-xss/vectors.json").read_text("utf-8"))]
    naughty = json.loads((folder / "blns/blns.json").read_text("utf-8"))
    texts = [text for text in (*attacks, *naughty) if not INVISIBLE.search(text)]
    assert len(texts) > 550
    assert [text for text in texts if sanitising.first_change(text) is not None and "&#x0D;" not in text] == []
