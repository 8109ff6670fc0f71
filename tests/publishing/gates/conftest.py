"""The built portal of Großstadt in front of the gates, and the same with something wrong."""

import hashlib
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from plugins.catalog.catalog import Catalog
from plugins.catalog.directory import directory
from plugins.publishing.gates import Sight
from plugins.publishing.tree import Tree
from tests.portals import TINY_URL, Portal


@dataclass(frozen=True)
class Built:
    """A portal that passes, and a folder to spoil a copy of it in."""

    sight: Sight
    spoiled: Path

    def without(self, name: str) -> Sight:
        """A file is missing, in the folder and in the manifest."""
        tree = self._copy()
        (tree.folder / name).unlink()
        return self._new(replace(tree, digests={one: kept for one, kept in tree.digests.items() if one != name}))

    def having(self, name: str, data: bytes) -> Sight:
        """A file is there with these bytes."""
        tree = self._copy()
        (tree.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (tree.folder / name).write_bytes(data)
        return self._new(replace(tree, digests={**tree.digests, name: hashlib.sha256(data).hexdigest()}))

    def _copy(self) -> Tree:
        shutil.copytree(self.sight.new.folder, self.spoiled)
        return replace(self.sight.new, folder=self.spoiled)

    def _new(self, tree: Tree) -> Sight:
        return replace(self.sight, new=tree)


@pytest.fixture
def built(tiny: Portal, world: Catalog, tmp_path: Path) -> Built:
    """The portal as it was built, nothing published before."""
    town = directory(world, world.municipalities["grossstadt"])
    return Built(Sight(town, TINY_URL, Tree.of(tiny.folder)), tmp_path / "spoiled")
