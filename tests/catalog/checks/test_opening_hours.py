"""Opening hours are written as in OpenStreetMap."""

import pytest

from tests.conftest import Draft, said

OFFICE = "municipalities/kleinstadt/offices/buergerbuero.yaml"
HOURS = "opening_hours: Mo-Fr 08:00-12:00"


@pytest.mark.parametrize("hours", ["Mo-Fr 08:00-12:00, Th 14:00-18:00", "Mo-Fr 08:00-12:00; PH off", "off"])
def test_osm_syntax_passes(write: Draft, hours: str) -> None:
    assert write.change(OFFICE, HOURS, f"opening_hours: {hours}") == []


@pytest.mark.parametrize("hours", ["Montag bis Freitag 8-12 Uhr", "Mo-Fr 8.00-12.00 Uhr", "nach Vereinbarung"])
def test_hours_in_words_are_an_error(write: Draft, hours: str) -> None:
    assert said(write.change(OFFICE, HOURS, f"opening_hours: {hours}")) == [
        f"content/{OFFICE}:8:16: Öffnungszeiten „{hours}“ sind nicht lesbar  [opening-hours]"
        " → Zum Beispiel: Mo-Fr 08:00-12:00, Th 14:00-18:00"
    ]
