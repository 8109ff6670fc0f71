"""More towns for a generated content folder: each is one of the demo's under a name, a key and numbers of its own."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from plugins.catalog import official
from plugins.catalog.german import slug

_FIRST = ("Alt", "Berg", "Buch", "Eichen", "Erlen", "Hohen", "Linden", "Rosen", "Stein", "Tannen", "Weiden", "Wiesen")
_LAST = ("feld", "hausen", "bach", "dorf", "tal", "brunn", "rode", "stedt")

_KEY = re.compile(r"^(ars: \d{5})\d{7}$", re.MULTILINE)
_PHONE = re.compile(r"^(\w+: 0221) \d{4}(?=-)", re.MULTILINE)
_FIRST_KEY = 101


def add(folder: Path, wanted: int) -> None:
    """Add towns to a content folder until it has as many municipalities as wanted, the Kreis among them."""
    places = folder / "municipalities"
    known = sorted(path.parent for path in places.glob("*/municipality.yaml"))
    towns = [place for place in known if _fact(place, "kind") != "district"]
    for number, name, model in zip(range(wanted - len(known)), _names(), itertools.cycle(towns)):
        _copy(model, places / slug(name), name, number + _FIRST_KEY)


def _names() -> Iterator[str]:
    """Some ninety names of no town that there is."""
    real = set(official.towns().values())
    names = (f"{first}{last}" for last, first in itertools.product(_LAST, _FIRST))
    yield from (name for name in names if name not in real)


def _fact(place: Path, key: str) -> str:
    return str(yaml.load((place / "municipality.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)[key])  # noqa: S506


def _copy(model: Path, place: Path, name: str, number: int) -> None:
    """The files of a town as those of another one; `number` is part of its regional key and of its phone numbers."""
    old = _fact(model, "short_name")
    for file in sorted(path for path in model.rglob("*") if path.is_file()):
        text = file.read_text("utf-8").replace(old, name).replace(model.name, place.name)
        text = _KEY.sub(rf"\g<1>{number:04}{number:03}", _PHONE.sub(rf"\g<1> {5000 + number}", text))
        target = place / file.relative_to(model)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
