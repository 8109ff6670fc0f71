"""The content as it was at a revision of git."""

import tempfile
from pathlib import Path

from plugins.catalog.catalog import Catalog, load
from plugins.catalog.git import GitError, Repository, git


class UnknownRevisionError(Exception):
    """Git has no content at this revision; says so in German."""


def catalog_at(revision: str, folder: Path) -> Catalog:
    """The catalog of a content folder at a revision. Git writes it into a temporary folder, nothing else changes."""
    wanted = f"{revision}^{{commit}}"
    with tempfile.TemporaryDirectory() as unpacked:
        try:
            commit = git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted).strip()
            content = Repository.of(folder).write_content(commit, Path(unpacked))
        except GitError as error:
            raise UnknownRevisionError(
                f"Den Stand „{revision}“ kennt git nicht, oder {folder} gab es dort noch nicht."
            ) from error
        return load(content)[0]
