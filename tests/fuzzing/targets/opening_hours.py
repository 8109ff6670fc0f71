"""Opening hours that are read have seven days of times in order; the library behind them stands any text."""

import re
from collections.abc import Iterator

from plugins.catalog import hours
from plugins.catalog.records import Language
from plugins.exchange.xzufi import week
from plugins.interface.speech import speech
from tests.fuzzing.placed import DEMO, WORLD, small_files
from tests.fuzzing.targets import words

TOKENS = words(
    'Mo Tu We Th Fr Sa Su PH SH off closed open 24/7 - , ;␣ ␣ : || "x" 08:00 12:00 24:00 26:00 00:00 48:00 8:00 '
    "08:00+ Mo-Fr␣08:00-12:00 PH␣off [1] [-1] week␣01-53 Jan Dec␣31 2027 2000-9999 easter +1␣day sunrise "
    "(dawn-01:00) unknown /2 Mo[1] – ä"
)
_LAST_MINUTE = 2 * 24 * 60


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    if not hours.is_readable(text) or not hours.is_plain(text):
        return
    days = hours.schedule(text)
    assert len(days) == 7
    for spans in days:
        assert list(spans) == sorted(spans)
        assert all(0 <= begin < end <= _LAST_MINUTE for begin, end in spans), spans
    if any(end > _LAST_MINUTE // 2 for spans in days for _, end in spans):
        return
    words = speech(Language.GERMAN).week(text)
    notation, note = week.read("; ".join(f"{day} {times}" for day, times in words))
    assert not words or (note, hours.schedule(notation)) == ("", days), words


def seeds() -> Iterator[bytes]:
    for folder in (WORLD, DEMO):
        for _, data in small_files(folder, "**/*.yaml"):
            yield from (found.strip() for found in re.findall(rb"^opening_hours: \"?([^\"\n]+)", data, re.MULTILINE))
    yield from (b"24/7", b"Mo-Fr 22:00-02:00; PH off", b"Mo-We,Fr 08:00-12:00, Th 14:00-17:00", b"Sa off; Su closed")
