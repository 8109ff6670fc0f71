"""Builds in processes of their own: from nothing, after edits, and when nothing changed."""

import json
import re
import statistics
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.build.generators import HUGO, OURS, Generator, Job, Source, stages_of
from benchmarks.search.commands import Run, run

OFTEN = (OURS, HUGO)
"""Who is built as often as was asked for; the others twice, and once when a build takes longer than `TOO_SLOW`."""

Stages = Mapping[str, Mapping[str, float]]
"""Our stages with their seconds: `cpu` and `wall`."""

RARELY, TOO_SLOW = 2, 60.0
_SERVICE = re.compile(r"leistungen/(?!en/|de-simple/)[^/]+/index\.html")
_START = re.compile(r"(## (?:Volltext|Worum es geht)\n\n)(?:Neu ist Satz \d+\. )?")
_SUMMARY = re.compile(r"""(## Kurztext\n\n|^ *[Ss]ummary: ['"]?|"summary": ")(?:Neu ist Satz \d+\. )?""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Output:
    """What a build left: how many pages and bytes, and how large the page of a service is in the mean."""

    pages: int
    size: int
    page_size: float
    services: int


@dataclass(slots=True)
class Measured:
    """All runs of a generator on one size of content; `written` are the files written when nothing had changed.

    `saved` are milliseconds from a save to the page, while ours is served.
    """

    name: str
    full: list[Run] = field(default_factory=list)
    edit: list[Run] = field(default_factory=list)
    summary: list[Run] = field(default_factory=list)
    idle: list[Run] = field(default_factory=list)
    written: int = 0
    output: Output = Output(0, 0, 0.0, 0)
    stages: list[Stages] = field(default_factory=list)
    saved: list[float] = field(default_factory=list)


def measure(source: Source, generators: Sequence[Generator], working: Path, turns: int) -> list[Measured]:
    """All generators on the same content, in turns, so that each meets the same other work on the machine."""
    jobs = {one.name: _prepared(one, source, working) for one in generators}
    measured = {one.name: Measured(one.name) for one in generators}
    for kind, step in (
        ("full build", _full),
        ("one edit", _edit),
        ("another short text", _summary),
        ("no change", _idle),
    ):
        for turn in range(turns):
            for one in generators:
                if _is_wanted(one, measured[one.name].full, turn):
                    print(f"  {kind}, turn {turn + 1} of {turns}: {one.name}", file=sys.stderr, flush=True)
                    step(one, jobs[one.name], measured[one.name], turn)
    return list(measured.values())


def _is_wanted(generator: Generator, done: Sequence[Run], turn: int) -> bool:
    if generator.name in OFTEN:
        return True
    return turn < (1 if any(one.wall > TOO_SLOW for one in done) else RARELY)


def _prepared(generator: Generator, source: Source, working: Path) -> Job:
    folder = working / generator.name
    generator.write(source, folder / "source")
    return Job(source, folder / "source", folder / "output", folder / "kept")


def _full(generator: Generator, job: Job, measured: Measured, turn: int) -> None:
    """A build from nothing into a folder that never was: after a removed tree, ext4 takes ten times as long to write.

    So it stays until everything is measured.
    """
    fresh = replace(job, output=job.output / str(turn), kept=job.kept / str(turn))
    measured.full.append(_built(generator, fresh))
    measured.output = looked_at(fresh.output)
    if generator.name == OURS:
        measured.stages.append(json.loads(stages_of(fresh.output).read_text("utf-8")))


def _edit(generator: Generator, job: Job, measured: Measured, turn: int) -> None:
    again = _again(generator, job)
    edit(job.folder / generator.text.format(slug=edited_service(job.source)), turn + 1)
    measured.edit.append(_built(generator, again))


def _summary(generator: Generator, job: Job, measured: Measured, turn: int) -> None:
    again = _again(generator, job)
    summarise(job.folder / generator.text.format(slug=edited_service(job.source)), turn + 1)
    measured.summary.append(_built(generator, again))


def _idle(generator: Generator, job: Job, measured: Measured, turn: int) -> None:
    again = _again(generator, job)
    before = set(_states(again.output))
    measured.idle.append(_built(generator, again))
    measured.written = len(set(_states(again.output)) - before)


def _again(generator: Generator, job: Job) -> Job:
    """A build after another one into the same output; the first time that other one is made."""
    again = replace(job, output=job.output / "again", kept=job.kept / "again", is_again=True)
    if not again.output.exists():
        _built(generator, again)
    return again


def _built(generator: Generator, job: Job) -> Run:
    call = generator.build(job)
    return run(call.command, "", call.at, **call.environment)


def edited_service(source: Source) -> str:
    """A service from the middle of the alphabet that somebody wrote."""
    services = [service for service in source.portal.services if "by_rule" not in service.facts]
    written = [service.slug for service in services if _START.search(service.body)]
    return written[len(written) // 2]


def edit(file: Path, number: int) -> None:
    """Give the text of a service another first sentence."""
    _begin(_START, file, number)


def summarise(file: Path, number: int) -> None:
    """Give the short text of a service another first sentence, wherever the file has it."""
    _begin(_SUMMARY, file, number)


def _begin(text: re.Pattern[str], file: Path, number: int) -> None:
    changed, count = text.subn(rf"\g<1>Neu ist Satz {number}. ", file.read_text("utf-8"))
    if not count:
        raise ValueError(f"{file} has no text to edit")
    file.write_text(changed, "utf-8")


def looked_at(output: Path) -> Output:
    """What is in an output folder."""
    files = (path for path in output.rglob("*") if path.is_file())
    sizes = {path.relative_to(output).as_posix(): path.stat().st_size for path in files}
    services = [size for name, size in sizes.items() if _SERVICE.fullmatch(name)]
    pages = sum(name.endswith(".html") for name in sizes)
    return Output(pages, sum(sizes.values()), statistics.fmean(services or [0]), len(services))


def _states(folder: Path) -> Iterator[tuple[str, int]]:
    return ((str(path), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file())
