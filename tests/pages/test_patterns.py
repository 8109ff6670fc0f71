"""Every component is a folder with a macro and examples; every example works; hostile text comes out as text."""

import re
from typing import Any

import pytest
import yaml
from bs4 import BeautifulSoup
from jinja2 import Environment

from plugins.pages import patterns
from tests.pages.theme import THEME

COMPONENTS = sorted(path.name for path in (THEME / "components").iterdir())
HARMLESS, HOSTILE = " und mehr", "\"'><script>alert(1)</script>&{{7+7}}"


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_has_a_template_and_examples_and_nothing_unknown(name: str) -> None:
    files = {path.name for path in (THEME / "components" / name).iterdir()}
    assert {f"{name}.html", "examples.yaml"} <= files
    assert files <= {f"{name}.html", "examples.yaml", f"{name}.css", f"{name}.mjs"}


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_defines_the_macro_of_its_name(name: str, theme: Environment) -> None:
    module: Any = theme.get_template(f"components/{name}/{name}.html").module
    assert callable(getattr(module, name.replace("-", "_")))


def test_every_example_gives_html(theme: Environment) -> None:
    found = patterns.components(THEME / "components", theme)
    assert [component.name for component in found] == COMPONENTS
    assert all("<" in example.html for component in found for example in component.examples)


_CODES = {
    *(
        "kind",
        "login",
        "payment",
        "languages",
        "language",
        "title_language",
        "tag",
        "kinds_of_ways",
        "opening_hours",
        "hours",
        "tone",
        "as_of",
        "checked_on",
        "current",
    ),
}


def with_ending(value: Any, ending: str, key: str = "") -> Any:
    """The same structure with one more ending on every text that is no code."""
    if key in _CODES:
        return value
    if isinstance(value, dict):
        return {name: with_ending(item, ending, name) for name, item in value.items()}
    if isinstance(value, list):
        return [with_ending(item, ending) for item in value]
    return value + ending if isinstance(value, str) else value


EXAMPLES = [
    pytest.param(name, arguments, id=f"{name}: {title}")
    for name in COMPONENTS
    for title, arguments in yaml.safe_load((THEME / "components" / name / "examples.yaml").read_text("utf-8")).items()
]


@pytest.mark.parametrize(("name", "arguments"), EXAMPLES)
def test_hostile_text_comes_out_as_text(name: str, arguments: dict[str, Any], theme: Environment) -> None:
    module: Any = theme.get_template(f"components/{name}/{name}.html").module
    macro = getattr(module, name.replace("-", "_"))
    written = (with_ending(arguments, ending) for ending in (HARMLESS, HOSTILE))
    harmless, attacked = (BeautifulSoup(macro(**patterns.asked(values)), "html.parser") for values in written)
    assert shape(attacked) == shape(harmless)


def shape(soup: BeautifulSoup) -> list[tuple[str, list[str]]]:
    """Tags and names of attributes: what a text must never change."""
    return [(tag.name, sorted(tag.attrs)) for tag in soup.find_all(True)]


def test_no_template_switches_escaping_off() -> None:
    for template in THEME.rglob("*.html"):
        assert not re.search(r"\|\s*safe\b|autoescape", template.read_text("utf-8")), template
