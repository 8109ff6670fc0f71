"""Every colour of every town can be told from what it stands on, light and dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

import itertools
import re
from pathlib import Path
from typing import Literal

import pytest

from tests.browser.conftest import Visitor
from tests.portals import PROJECT

pytestmark = pytest.mark.browser

TOKENS = [PROJECT / "theme/styles/tokens.css", *sorted((PROJECT / "theme/municipalities").glob("*/tokens.css"))]

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

SURFACES = ("--surface", "--surface-hued")
FOR_TEXT = ("--text", "--text-muted", "--action")
FOR_SHAPES = ("--town-accent", "--kern-color-form-input-border-contextual")
PAIRS = {
    **dict.fromkeys(itertools.product(FOR_TEXT, SURFACES), 4.5),
    **dict.fromkeys(itertools.product(FOR_SHAPES, SURFACES), 3.0),
    ("--kern-color-action-on-default-contextual", "--action"): 4.5,
}
"""(what is in front, what lies behind) → the least contrast. `--line` only decorates."""

CHANNELS = """(names) => {
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const probe = document.body.appendChild(document.createElement("i"));
  const channels = (name) => {
    probe.style.color = "";
    probe.style.color = `var(${name}, transparent)`;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = getComputedStyle(probe).color;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data];
  };
  return Object.fromEntries(names.map((name) => [name, channels(name)]));
}"""
"""What the browser makes of each custom property: red, green, blue and opacity, 0 to 255."""


def luminance(channels: list[int]) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    shares = (channel / 255 for channel in channels[:3])
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: list[int], other: list[int]) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast([255, 255, 255], [0, 0, 0]) == pytest.approx(21)
    assert contrast([0x77, 0x77, 0x77], [255, 255, 255]) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", TOKENS, ids=lambda path: path.parent.name)
def test_every_pair_of_colours_has_contrast_light_and_dark(tokens: Path, visitor: Visitor) -> None:
    page = visitor.opens("/", bypass_csp=True)
    page.add_style_tag(path=tokens)
    names = sorted({name for pair in PAIRS for name in pair})
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        colours = page.evaluate(CHANNELS, names)
        assert {name for name in names if colours[name][3] != 255} == set(), "none, or one that lets others through"
        reached = {pair: contrast(*(colours[name] for name in pair)) for pair in PAIRS}
        assert {pair: round(reached[pair], 2) for pair, least in PAIRS.items() if reached[pair] < least} == {}, scheme


@pytest.mark.parametrize("tokens", TOKENS[1:], ids=lambda path: path.parent.name)
def test_a_town_redefines_tokens_and_nothing_else(tokens: Path) -> None:
    plain = re.sub(r"/\*.*?\*/", "", tokens.read_text("utf-8"), flags=re.DOTALL)
    selectors = {found.strip() for found in re.findall(r"([^{};]+)\{", plain)}
    assert selectors <= {":root", "@media (prefers-color-scheme: dark)"}
