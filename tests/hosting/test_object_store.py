"""The script for object stores, run with a stand-in for the AWS CLI: what it would upload, how, and in which order."""

import json
import os
import subprocess
import sys
from fnmatch import fnmatchcase
from itertools import pairwise

import pytest

from plugins.hosting.headers import KEEPING
from plugins.hosting.media_types import media_type
from plugins.publishing.compressing import is_served
from tests.portals import Portal

AWS = f"#!{sys.executable}\nimport json, sys\nopen('calls', 'a').write(json.dumps(sys.argv[1:]) + '\\n')\n"


@pytest.fixture(scope="module")
def uploads(release: Portal, tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, str, str]]:
    """Path, type and time of keeping of every file that is uploaded, in order."""
    folder = tmp_path_factory.mktemp("uploading")
    (folder / "aws").write_text(AWS)
    (folder / "aws").chmod(0o755)
    script = release.file("/.hosting/object-store.sh")
    environment = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(["sh", script, "s3://our-portal"], cwd=folder, env=environment, check=True)
    calls = [json.loads(line) for line in (folder / "calls").read_text().splitlines()]
    names = sorted(file.relative_to(release.folder).as_posix() for file in release.folder.rglob("*") if file.is_file())
    return [
        (name, call[call.index("--content-type") + 1], call[call.index("--cache-control") + 1])
        for call in calls
        for name in names
        if is_taken(name, call)
    ]


def is_taken(name: str, call: list[str]) -> bool:
    """As the AWS CLI decides: of all patterns that fit the last one counts."""
    words = pairwise(call)
    fitting = [word for word, pattern in words if word in {"--include", "--exclude"} and fnmatchcase(name, pattern)]
    return fitting[-1] == "--include"


def test_every_file_of_the_public_comes_once_with_its_type_and_its_time(
    uploads: list[tuple[str, str, str]], release: Portal
) -> None:
    files = (file.relative_to(release.folder).as_posix() for file in release.folder.rglob("*") if file.is_file())
    wanted = [name for name in files if is_served(name) and not name.endswith((".br", ".gz"))]
    assert sorted(uploads) == sorted((name, media_type(f"/{name}"), KEEPING.at(f"/{name}")) for name in wanted)


def test_what_pages_name_comes_before_them_and_the_pointer_last(uploads: list[tuple[str, str, str]]) -> None:
    names = [name for name, _, _ in uploads]
    first_page = next(number for number, name in enumerate(names) if name.endswith(".html"))
    assert {name for name in names[first_page:] if not name.endswith(".html")} == {"assets/search.json"}
    assert names[-1] == "assets/search.json"
