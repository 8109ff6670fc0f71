"""The built portal of Großstadt in front of the gates, and the same with something wrong."""

import hashlib
import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from plugins.catalog import urls
from plugins.catalog.catalog import Catalog, load
from plugins.catalog.directory import directory
from plugins.publishing.gates import Sight
from plugins.publishing.tree import Tree
from tests.conftest import CONTENT, TODAY, Draft
from tests.portals import TINY_DAY, TINY_URL, Portal, build

PATTERNS = urls.file_of(urls.PATTERNS)
SMALL_URL = "https://service.kleinstadt.example"


@dataclass(frozen=True)
class Built:
    """A portal that passes, and a folder to spoil a copy of it in."""

    sight: Sight
    spoiled: Path

    def without(self, *names: str) -> Sight:
        """Files are missing, in the folder and in the manifest."""
        tree = self._copy()
        for name in names:
            (tree.folder / name).unlink()
        return self._new(replace(tree, digests={one: kept for one, kept in tree.digests.items() if one not in names}))

    def having(self, name: str, data: bytes) -> Sight:
        """A file is there with these bytes."""
        tree = self._copy()
        (tree.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (tree.folder / name).write_bytes(data)
        return self._new(replace(tree, digests={**tree.digests, name: hashlib.sha256(data).hexdigest()}))

    def changed(self, name: str, old: str, new: str) -> Sight:
        """A file has another passage in place of one that is there."""
        text = self.sight.new.read(name).decode()
        assert old in text, f"{old!r} is not in {name}"
        return self.having(name, text.replace(old, new).encode())

    def online(self, sight: Sight) -> Sight:
        """What was built is online already, and this is to follow."""
        return replace(sight, old=self.sight.new)

    @property
    def services(self) -> list[str]:
        """The files of the German pages of all services."""
        return [urls.file_of(urls.service(offer.slug)) for offer in self.sight.directory.offers]

    def _copy(self) -> Tree:
        shutil.copytree(self.sight.new.folder, self.spoiled)
        return replace(self.sight.new, folder=self.spoiled)

    def _new(self, tree: Tree) -> Sight:
        return replace(self.sight, new=tree)


def public(portal: Portal) -> Tree:
    """The tree without the page of patterns, which is part of local builds only."""
    tree = Tree.of(portal.folder)
    return replace(tree, digests={name: digest for name, digest in tree.digests.items() if name != PATTERNS})


@pytest.fixture
def built(tiny: Portal, world: Catalog, tmp_path: Path) -> Built:
    """The portal as it was built for the public, nothing published before."""
    town = directory(world, world.municipalities["grossstadt"])
    return Built(Sight(world, town, TINY_URL, public(tiny)), tmp_path / "spoiled")


@pytest.fixture(scope="session")
def former(tmp_path_factory: pytest.TempPathFactory) -> Sight:
    """The portal of Kleinstadt after it became part of Großstadt; the whole one is online."""
    folder = tmp_path_factory.mktemp("former")
    write = Draft(shutil.copytree(CONTENT, folder / "content"))
    before = build(write.folder, "kleinstadt", folder / "before", SMALL_URL, SOURCE_DATE_EPOCH=TINY_DAY)
    write.change("municipalities/kleinstadt/municipality.yaml", "portal_url:", "successor: grossstadt\nportal_url:")
    after = build(write.folder, "kleinstadt", folder / "after", SMALL_URL, SOURCE_DATE_EPOCH=TINY_DAY)
    catalog, _ = load(write.folder, TODAY)
    town = directory(catalog, catalog.municipalities["kleinstadt"])
    return Sight(catalog, town, SMALL_URL, public(after), public(before))
