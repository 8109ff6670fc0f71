"""What a portal is made of, as digests that two machines can compare."""

import hashlib
from pathlib import Path

from plugins.catalog import manifest
from plugins.catalog.files import content_files
from plugins.catalog.history import history

PROJECT = Path(__file__).resolve().parents[2]
_CODE = ("plugins", "search", "theme")
_FILES = ("pelicanconf.py", "package-lock.json", "requirements/build.txt")


def of_content(content: Path) -> str:
    """Every file of a content folder, and what git says of when they changed. Raises `OSError`."""
    files = (file for file in content_files(content) if file.is_file())
    found = {file.relative_to(content).as_posix(): manifest.file_digest(file) for file in files}
    past = history(content)
    return _digest(manifest.written(found), repr(sorted(past.commits.items())).encode(), past.gap.encode())


def of_code(project: Path = PROJECT) -> str:
    """Everything of ours that decides about a byte of a portal, and which packages it asks for."""
    sources = (path for folder in _CODE for path in (project / folder).rglob("*") if path.is_file())
    files = [path for path in sources if path.suffix != ".pyc"] + [project / file for file in _FILES]
    found = {path.relative_to(project).as_posix(): manifest.file_digest(path) for path in files}
    return _digest(manifest.written(found))


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
