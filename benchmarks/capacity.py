"""What all portals of a country cost: measured on a few portals here, multiplied by how many there are.

`python -m benchmarks.capacity` builds invented content of 500 services for 12 towns with the open data, in one process,
compresses a portal, edits a service, and prints the table of `docs/capacity.md`: first what was measured, then what it
means for a country. Every figure of the second part follows from the first by `estimated`; with `--measured FILE`
(JSON, as printed at the end) it is computed again without measuring.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import corpus, towns
from plugins.catalog import manifest
from plugins.publishing import compressing

ROOT = Path(__file__).parents[1]
GB = 10**9
EDITED = "services/hund-anmelden.md"
EDIT = "\nBringen Sie den Hund mit, wenn er gutmütig ist.\n"
RELEASES = 7
"""So many releases of a portal lie on a disk at most (`docs/publishing.md`)."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One catalog, and the portals made of it: seconds of processor, bytes, files; means for one portal.

    `reading` is reading and checking everything once, `town` what each more municipality adds to that. `packed` are
    the compressed files, both kinds together; an edit is one paragraph more in a service that all portals show.
    """

    services: int
    portals: int
    reading: float
    town: float
    building: float
    compressing: float
    memory: float
    size: float
    files: float
    packed: float
    packed_files: float
    edit_size: float
    edit_files: float


@dataclass(frozen=True, slots=True)
class Packed:
    """The compressed files of a portal: seconds of processor, bytes, files."""

    seconds: float
    size: int
    files: int


@dataclass(frozen=True, slots=True)
class Country:
    """So many portals of so many services each, in `catalogs` that are read apart."""

    name: str
    portals: int
    services: int
    catalogs: int = 1


COUNTRIES = (Country("NRW", 396, 600), Country("Deutschland", 10_700, 600, 16))


@dataclass(frozen=True, slots=True)
class Cost:
    """Hours of processor, gigabytes, files."""

    reading: float
    building: float
    compressing: float
    memory: float
    size: float
    files: float
    stored: float
    stored_files: float
    publish: float
    edit: float
    edit_files: float


ROWS = {
    "reading": ("reading and checking, hours of processor", 2),
    "building": ("building, hours of processor", 1),
    "compressing": ("compressing, hours of processor", 1),
    "memory": ("memory of each process, GB", 1),
    "size": ("all portals as built, GB", 0),
    "files": ("files as built", 0),
    "stored": ("disk with compressed files and all releases kept, GB", 0),
    "stored_files": ("files (inodes) then", 0),
    "publish": ("transfer of a full publication, GB", 0),
    "edit": ("transfer of one edit that all portals show, GB", 2),
    "edit_files": ("files of one such edit", 0),
}


def estimated(measured: Measured, country: Country) -> Cost:
    """What a country costs: everything grows with portals and services, but for reading, which is once per catalog."""
    scale, portals = country.services / measured.services, country.portals
    each = portals * scale
    towns_more = portals - country.catalogs * measured.portals
    reading = country.catalogs * scale * measured.reading + towns_more * measured.town
    whole = measured.size + measured.packed
    return Cost(
        reading=reading / 3600,
        building=each * measured.building / 3600,
        compressing=each * measured.compressing / 3600,
        memory=scale * measured.memory / GB,
        size=each * measured.size / GB,
        files=each * measured.files,
        stored=RELEASES * each * whole / GB,
        stored_files=RELEASES * each * (measured.files + measured.packed_files),
        publish=each * whole / GB,
        edit=portals * measured.edit_size / GB,
        edit_files=portals * measured.edit_files,
    )


def measure(services: int, portals: int, folder: Path) -> Measured:
    """Make content in a folder, read and build it in processes of their own, compress a portal, edit a service."""
    content, output = folder / "content", folder / "output"
    corpus.write(services, content)
    towns.add(content, portals)
    reading, _ = _spent("plugins.catalog", "check", str(content))
    building, memory = _built(content, output)
    before = _lists(output)
    sizes = [path.stat().st_size for path in _files(output, before)]
    packed = _packed(next(iter(sorted(before))))
    with (content / EDITED).open("a", encoding="utf-8") as service:
        service.write(EDIT)
    _built(content, output)
    after = _lists(output)
    changed = {one: [name for name, digest in after[one].items() if before[one].get(name) != digest] for one in after}
    towns.add(content, 3 * portals)
    reading_more, _ = _spent("plugins.catalog", "check", str(content))
    return Measured(
        services=services,
        portals=portals,
        reading=reading,
        town=(reading_more - reading) / (2 * portals),
        building=(building - reading) / portals,
        compressing=packed.seconds,
        memory=memory,
        size=sum(sizes) / portals,
        files=len(sizes) / portals,
        packed=packed.size,
        packed_files=packed.files,
        edit_size=sum(path.stat().st_size for path in _files(output, changed)) / portals,
        edit_files=sum(map(len, changed.values())) / portals,
    )


def _built(content: Path, output: Path) -> tuple[float, float]:
    """All portals in one process."""
    return _spent("pelican", CONTENT=str(content), OUTPUT=str(output), PORTALS="1", JOBS="1")


def _spent(module: str, *arguments: str, **environment: str) -> tuple[float, float]:
    """Seconds of processor and the highest memory in bytes of a program of Python."""
    command = [sys.executable, "-m", module, *arguments]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def _lists(output: Path) -> dict[Path, Mapping[str, str]]:
    """What each portal lists, by its folder."""
    return {file.parent: manifest.read(file.parent) for file in sorted(output.glob("portals/*/.manifest"))}


def _files(output: Path, lists: Mapping[Path, Iterable[str]]) -> Iterator[Path]:
    return (folder / name for folder, names in lists.items() for name in names)


def _packed(folder: Path) -> Packed:
    """A portal compressed, as it is published."""
    started = time.process_time()
    made = compressing.compress(folder, manifest.read(folder))
    seconds = time.process_time() - started
    sizes = [(folder / name).stat().st_size for name in made]
    for name in made:
        (folder / name).unlink()
    return Packed(seconds, sum(sizes), len(sizes))


def table(measured: Measured) -> str:
    """The second part: a column for each country."""
    columns = [estimated(measured, country) for country in COUNTRIES]
    head = " | ".join(f"{one.name}: {one.portals:,} × {one.services}" for one in COUNTRIES)
    rows = [
        " | ".join([label, *(f"{getattr(column, name):,.{digits}f}" for column in columns)])
        for name, (label, digits) in ROWS.items()
    ]
    return "\n".join(f"| {row} |" for row in [f" | {head}", " | ".join(["---"] * (1 + len(COUNTRIES))), *rows])


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure or take what was measured, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.capacity", description=__doc__)
    parser.add_argument("--services", type=int, default=500)
    parser.add_argument("--portals", type=int, default=12, help="the eleven of the demo at least")
    parser.add_argument("--measured", type=Path, help="take the figures of this file (JSON)")
    options = parser.parse_args(arguments)
    if options.measured:
        measured = Measured(**json.loads(options.measured.read_text("utf-8")))
    else:
        with tempfile.TemporaryDirectory() as folder:
            measured = measure(options.services, options.portals, Path(folder))
    print(json.dumps(asdict(measured), indent=1))
    print(f"\n{table(measured)}")


if __name__ == "__main__":
    main()
