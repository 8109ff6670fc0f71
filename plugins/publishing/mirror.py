"""`/portal.zip`: the whole portal in one file, to be put on any other web server when the own one is down."""

import shutil
import zipfile
from collections.abc import Iterable
from pathlib import Path

FILE = "portal.zip"
_NO_DATE = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def pack(folder: Path, names: Iterable[str]) -> None:
    """Write the archive of these files into their folder; the same files give the same bytes."""
    with zipfile.ZipFile(folder / FILE, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(names):
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, _REGULAR_FILE, _UNIX
            with (folder / name).open("rb") as file, archive.open(entry, "w") as target:
                shutil.copyfileobj(file, target)
