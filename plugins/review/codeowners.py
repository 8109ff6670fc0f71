"""`CODEOWNERS` for GitHub, from the editors in the content: the last line that fits a file counts."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.review.owners import everything, owner_of, role_of

_HEAD = "# Written by `make owners` from the editors of offices and municipalities; change those."


def codeowners(catalog: Catalog, folder: str) -> str:
    """The editors of the whole keep the content and this file, then come the towns, then files with other owners."""
    lines = [_line("/.github/", everything(catalog).accounts)]
    lines += [_line(f"/{folder}/{path}", accounts) for path, accounts in _folders(catalog).items()]
    return "\n".join([_HEAD, *(line for line in (*lines, *_files(catalog, folder)) if "@" in line)]) + "\n"


def _folders(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The whole, and each town in it."""
    towns = (f"municipalities/{slug}/" for slug in sorted(catalog.municipalities))
    return {"": everything(catalog).accounts} | {
        town: owner_of(catalog, f"{town}municipality.yaml").accounts for town in towns
    }


def _files(catalog: Catalog, folder: str) -> Iterator[str]:
    folders = _folders(catalog)
    for record in catalog.records:
        path = record.origin.path
        accounts = owner_of(catalog, path, role_of(catalog, path)).accounts
        around = max((one for one in folders if path.startswith(one)), key=len)
        if accounts != folders[around]:
            yield _line(f"/{folder}/{path}", accounts)


def _line(pattern: str, accounts: tuple[str, ...]) -> str:
    return f"{pattern} {' '.join(f'@{account}' for account in accounts)}"
