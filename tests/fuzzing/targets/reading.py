"""Any bytes in any content file become a record, or problems inside the file; what is written of a record reads so."""

from collections.abc import Iterator

from plugins.catalog import checks
from plugins.catalog.catalog import load
from plugins.catalog.kinds import KINDS, kind_of
from plugins.catalog.records import Form, Landing, Municipality, Office, Page, Service, Topic
from plugins.catalog.records.base import Record
from plugins.exchange import files
from tests.fuzzing.placed import DEMO, TODAY, WORLD, folder_with, small_files, well_said
from tests.fuzzing.targets import words

PATHS = tuple(kind.example.removeprefix("content/") for kind in KINDS)
WRITTEN = (Service, Topic, Landing, Form, Page, Municipality, Office)
TOKENS = words(
    "---\n ##␣ \n\n##␣Unterlagen\n\n :␣ -␣ ␣␣-␣ ␣# [ ] { } \" ' |\n >-\n &a *a title summary level:␣municipal "
    "channels: kind:␣portal fees: amount:␣26,50 note:␣gebührenfrei review_by:␣31.01.2027 topics:␣[tiere] "
    "ars:␣'053740012012' links: former_urls:␣[/a/] https:// \r\n \ufeff \xad \u202e e\u0301 \"\\u0308\" \x00 \t "
    "<b> !!python/object:os.system"
)


def check(data: bytes) -> None:
    path, written = placed(data)
    with folder_with(path, written) as folder:
        catalog, problems = load(folder, TODAY)
    well_said(problems, path, written)
    assert not (problems and catalog.records)
    assert problems or catalog.records or any(checks.run(catalog)), "what is no record has a problem"
    for record in catalog.records:
        _comes_back(record)


def placed(data: bytes) -> tuple[str, bytes]:
    """The first byte says which kind of file the others are."""
    return PATHS[data[0] % len(PATHS)] if data else PATHS[0], data[1:]


def _comes_back(record: Record) -> None:
    if not isinstance(record, WRITTEN):
        return
    path, written = record.place().path, files.content_file(record)
    with folder_with(path, written.text.encode()) as folder:
        catalog, problems = load(folder, TODAY)
    assert problems == [], written.text
    assert files.facts(catalog.records[0]) == files.facts(record)
    assert files.content_file(catalog.records[0]) == written


def seeds() -> Iterator[bytes]:
    numbers = {kind.pattern: bytes([number]) for number, kind in enumerate(KINDS)}
    for folder in (WORLD, DEMO):
        for path, data in small_files(folder, "**/*"):
            if found := kind_of(path):
                yield numbers[found[0].pattern] + data
