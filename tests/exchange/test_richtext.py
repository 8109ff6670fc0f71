"""Our Markdown as HTML and back: what comes back to the letter, and what becomes plainer."""

import pytest

from plugins.catalog.markdown import to_html
from plugins.exchange.findings import Findings
from plugins.exchange.richtext import read_html


def returned(text: str) -> str:
    findings = Findings()
    found = read_html(to_html(text), findings.about("text")).markdown
    assert findings.counted() == {}
    return found


@pytest.mark.parametrize(
    "text",
    [
        "**fett** und *kursiv*",
        "[Mail](mailto:amt@rurheim.example) oder [Anruf](tel:+49221471020)",
        "- a\n  - b\n  - c\n- d",
        "3. drittens\n4. viertens",
        "| Alter | Gebühr |\n| --- | --- |\n| bis 24 | 22,80 \\| 27,60 |",
        "### Kopf\n\n#### darunter\n\nText",
        "Zeile\\\nnoch eine",
        "Makler\\*in \\[1\\] a\\_b, § 1 & mehr",
        "1\\. Januar",
        "\\##Fristen",
        "**[Antrag](https://www.rurheim.example/antrag?a=1&b=2)**",
    ],
)
def test_comes_back_to_the_letter(text: str) -> None:
    assert returned(text) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("`code`", "code"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("***beides***", "*beides*"),
        ("#### Kopf\n\nText", "### Kopf\n\nText"),
        ("- a\n\n- b", "- a\n- b"),
        ("eine\nZeile", "eine Zeile"),
    ],
)
def test_becomes_plainer(text: str, found: str) -> None:
    assert returned(text) == found


def test_what_nobody_sees_goes_however_it_is_written() -> None:
    assert (
        read_html("<p>Hunde&#x202e;steuer &#8203;zahlen</p>", Findings().about("text")).markdown == "Hundesteuer zahlen"
    )
