"""What turns a built portal into one to be served: bill of materials, mirror, compressed files, and what it is."""

from pathlib import Path

from plugins.catalog import manifest
from plugins.publishing import compressing, identity, materials, mirror
from plugins.publishing.identity import Identity
from plugins.publishing.tree import Tree

BILL = ".well-known/sbom.cdx.json"


def finish(folder: Path, built: Identity) -> None:
    """Add to a folder what no build of pages makes. Its manifest lists all of it but itself and `build.json`.

    The mirror is a portal of its own, with manifest and `build.json`, without what only saves time on a server.
    """
    digests = manifest.read(folder)
    digests[BILL] = _write(folder, BILL, materials.bill(identity.PROJECT, built.version))
    _seal(folder, digests, built)
    mirror.pack(folder, [*digests, manifest.NAME, identity.FILE])
    digests[mirror.FILE] = manifest.file_digest(folder / mirror.FILE)
    digests |= compressing.compress(folder, digests.keys() - {mirror.FILE})
    _seal(folder, digests, built)


def unfinished(tree: Tree) -> Tree:
    """A finished portal without what was added here: comparable with one that was just built."""
    added = {BILL, mirror.FILE}
    kept = {name: digest for name, digest in tree.digests.items() if not name.endswith(compressing.SUFFIXES)}
    return Tree(tree.folder, {name: digest for name, digest in kept.items() if name not in added})


def _seal(folder: Path, digests: dict[str, str], built: Identity) -> None:
    """Write the list of all files, and what they were made of."""
    listed = manifest.written(digests)
    _write(folder, manifest.NAME, listed)
    _write(folder, identity.FILE, built.file(listed))


def _write(folder: Path, name: str, data: bytes) -> str:
    """Write one file; its digest."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return manifest.digest(data)
