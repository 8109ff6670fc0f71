"""A scheduler and two workers, each a process of its own on loopback."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import CONTENT
from tests.portals import PROJECT, TINY_DAY, inherited

QUIET = ("--host", "127.0.0.1", "--no-dashboard")
DAY = {"SOURCE_DATE_EPOCH": str(TINY_DAY)}


@dataclass(frozen=True)
class Cluster:
    """Where the scheduler answers, and where to make a folder by which a worker halts (`halting`)."""

    address: str
    halted: Path

    def halts(self, moment: str) -> Path:
        """From now on the first worker that comes to this moment halts; where its id will stand."""
        (self.halted / moment).mkdir(parents=True)
        return self.halted / moment / "pid"


@contextmanager
def running(*arguments: str, **environment: str) -> Iterator[None]:
    """A program of Dask until it is not needed any more."""
    command = [sys.executable, "-m", f"distributed.cli.{arguments[0]}", *arguments[1:]]
    env = inherited() | environment
    process = subprocess.Popen(command, cwd=PROJECT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def soon(path: Path) -> str:
    """What stands in a file, as soon as something does."""
    until = time.monotonic() + 60
    while not (path.is_file() and path.read_text()):
        assert time.monotonic() < until, f"{path} does not come"
        time.sleep(0.05)
    return path.read_text()


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler with two workers that read the tiny country."""
    with _cluster(tmp_path_factory.mktemp("cluster"), large=2_000) as found:
        yield found


@pytest.fixture(scope="session")
def cluster_for_pieces(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Another one, for which the tiny country has large portals."""
    with _cluster(tmp_path_factory.mktemp("cluster"), large=1) as found:
        yield found


@contextmanager
def _cluster(folder: Path, large: int) -> Iterator[Cluster]:
    with ExitStack() as stack:
        note = folder / "scheduler.json"
        stack.enter_context(running("dask_scheduler", "--port", "0", "--scheduler-file", str(note), *QUIET))
        address = json.loads(soon(note))["address"]
        halted = folder / "halting"
        environment = {"CONTENT": str(CONTENT), "HALTED": str(halted), "LARGE": str(large)}
        work = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder), "--preload", "tests.cluster.halting")
        for _ in range(2):
            stack.enter_context(running("dask_worker", address, *QUIET, *work, **environment))
        yield Cluster(address, halted)


@pytest.fixture(scope="session")
def local(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The lists of files and digests of all portals, built here one after the other."""
    folder = tmp_path_factory.mktemp("local")
    environment = inherited() | DAY | {"CONTENT": str(CONTENT), "OUTPUT": str(folder), "PORTALS": "1", "JOBS": "1"}
    subprocess.run([sys.executable, "-m", "pelican"], cwd=PROJECT, env=environment, check=True, capture_output=True)
    return lists(folder)


def lists(folder: Path) -> dict[str, str]:
    """The list of files and digests of each portal, held against the files."""
    found = sorted((folder / "portals").glob("*/.manifest"))
    for file in found:
        subprocess.run(["sha256sum", "--check", "--quiet", ".manifest"], cwd=file.parent, check=True)
    return {file.parent.name: file.read_text() for file in found}
