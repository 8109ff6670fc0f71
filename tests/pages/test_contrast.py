"""A town's own colour can be told from what it stands on, light and dark (WCAG 2.2, 1.4.11: at least 3:1)."""

import math
import re
from pathlib import Path

import pytest

from tests.portals import PROJECT

KERN = (PROJECT / "node_modules" / "@kern-ux" / "native" / "dist" / "kern.css").read_text("utf-8")
BACKGROUNDS = {"light": ("white", "neutral-025"), "dark": ("black", "neutral-950")}
"""KERN's names for what lies under a page and under its tinted areas."""

TOKENS = [PROJECT / "theme/styles/tokens.css", *sorted((PROJECT / "theme/municipalities").glob("*/tokens.css"))]


def kern_luminance(name: str) -> float:
    """The relative luminance of a KERN colour, which KERN writes as oklch (conversion: CSS Color 4)."""
    found = re.search(rf"--kern-color-{name}: oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)", KERN)
    assert found, name
    lightness, chroma, hue = float(found[1]) / 100, float(found[2]), math.radians(float(found[3] or 0))
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def hex_luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    darker, lighter = sorted((one, other))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast(hex_luminance("#ffffff"), hex_luminance("#000000")) == pytest.approx(21)
    assert contrast(hex_luminance("#777777"), hex_luminance("#ffffff")) == pytest.approx(4.48, abs=0.01)
    assert contrast(kern_luminance("white"), kern_luminance("black")) == pytest.approx(21, abs=0.01)


@pytest.mark.parametrize("tokens", TOKENS, ids=lambda path: path.parent.name)
def test_the_colour_of_a_town_can_be_seen_light_and_dark(tokens: Path) -> None:
    accents = re.findall(r"--town-accent: (#[0-9a-f]{6});", tokens.read_text("utf-8"))
    assert len(accents) == 2, "one for light, then one for dark"
    for accent, names in zip(accents, BACKGROUNDS.values(), strict=True):
        for name in names:
            assert contrast(hex_luminance(accent), kern_luminance(name)) >= 3, (accent, name)


@pytest.mark.parametrize("tokens", TOKENS[1:], ids=lambda path: path.parent.name)
def test_a_town_redefines_tokens_and_nothing_else(tokens: Path) -> None:
    plain = re.sub(r"/\*.*?\*/", "", tokens.read_text("utf-8"), flags=re.DOTALL)
    selectors = {found.strip() for found in re.findall(r"([^{};]+)\{", plain)}
    assert selectors <= {":root", "@media (prefers-color-scheme: dark)"}
