"""The files of the demo and of the tiny country, by what they are."""

from collections.abc import Iterator

from plugins.catalog.files import content_files
from plugins.catalog.kinds import Kind, kind_of
from tests.conftest import CONTENT
from tests.portals import PROJECT

FOLDERS = (PROJECT / "content", CONTENT)


def files(*names: str) -> Iterator[tuple[str, Kind, str]]:
    """Path, kind and text of every file of these kinds; of all kinds when none is named."""
    for folder in FOLDERS:
        for path in content_files(folder):
            found = kind_of(path.relative_to(folder).as_posix())
            if found and found[0].is_text and (not names or found[0].name in names):
                yield str(path), found[0], path.read_text("utf-8")


def front(text: str) -> str:
    """The facts of a file without its text."""
    return text.split("---\n", 2)[1] if text.startswith("---\n") else text
