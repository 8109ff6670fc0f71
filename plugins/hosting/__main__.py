"""`python -m plugins.hosting --output /srv/portal content`: nginx's configuration for what is built there.

One portal, or all below `portals/`, as `make portals` builds them; a link `current` is what is served. What is
published says itself what it is, so its content need not be read. Exit code 1 when the content of a build has errors
or the disk refuses, 2 for what does not exist, fits together or can be written down.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog import disk
from plugins.catalog.catalog import Catalog
from plugins.catalog.choosing import NotChosenError, chosen
from plugins.catalog.records import Municipality
from plugins.hosting import nginx, sites
from plugins.hosting.paths import UnwritableError
from plugins.hosting.published import DamagedError, Published
from plugins.hosting.sites import Site


class RefusedError(Exception):
    """The command asks for what there is not; says so in German."""


def main(arguments: list[str] | None = None) -> int:
    """Print or write it and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        _put(_configuration(options), options.out)
    except NotChosenError as error:
        print(error, file=sys.stderr)
        return error.code
    except (RefusedError, DamagedError, UnwritableError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(disk.said(error), file=sys.stderr)
        return 1
    return 0


def _configuration(options: argparse.Namespace) -> str:
    output = options.output.absolute()
    found = list(_published(output, options) or _built(output, options))
    if not found:
        raise RefusedError(f"In {options.output} ist nichts gebaut. Bauen Sie erst: make publish, oder: make portals")
    return sites.configuration(found, options.certificates, brotli=options.brotli, catches_all=options.catch_all)


def _put(text: str, file: Path | None) -> None:
    """A file is replaced in one step, so what a server reads is whole, whatever happens."""
    if file is None:
        print(text, end="")
        return
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_text(text, "utf-8")
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _published(output: Path, options: argparse.Namespace) -> list[Site]:
    """The portals that say themselves what they are: the one in a folder, else those below `portals/`."""
    if alone := _site(output):
        _check(alone, options.municipality, options.siteurl.rstrip("/"))
        return [alone]
    return [site for folder in sorted(output.glob("portals/*")) if (site := _site(folder))]


def _site(home: Path) -> Site | None:
    folder = _served(home)
    said = Published.read(folder) if folder else None
    return Site(said.portal, said.url, folder) if folder and said else None


def _check(site: Site, municipality: str, url: str) -> None:
    """Raise `RefusedError` where somebody takes the portal for another one."""
    for setting, wanted, said in (("MUNICIPALITY", municipality, site.name), ("SITEURL", url, site.url)):
        if wanted not in ("", said):
            raise RefusedError(
                f"In {site.folder} ist {said} veröffentlicht, nicht {wanted}. Lassen Sie {setting} weg, "
                "oder nennen Sie einen anderen Ordner: OUTPUT=…"
            )


def _built(output: Path, options: argparse.Namespace) -> Iterator[Site]:
    """The portals of a build that was not published, as the content names them."""
    if not any(map(_served, (output, *output.glob("portals/*")))):
        return
    catalog, wanted = chosen(options.folder, options.municipality, "make hosting")
    yield from _sites(catalog, wanted, output, options.siteurl)


def _sites(catalog: Catalog, wanted: Municipality, output: Path, siteurl: str) -> Iterator[Site]:
    if folder := _served(output):
        yield Site(wanted.slug, siteurl or wanted.portal_url, folder)
        return
    for slug, municipality in sorted(catalog.municipalities.items()):
        if folder := _served(output / "portals" / slug):
            yield Site(slug, municipality.portal_url, folder)


def _served(folder: Path) -> Path | None:
    """The folder that a server is to send files from; None where nothing is built."""
    candidates = (folder / sites.ONLINE, folder)
    return next((one for one in candidates if (one / nginx.SERVER).is_file()), None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.hosting", description="nginx für gebaute Portale")
    parser.add_argument("--output", type=Path, default=Path("output"), help="Ordner, in den gebaut wurde")
    parser.add_argument("--out", type=Path, help="Datei, die ersetzt wird; sonst wird gedruckt")
    parser.add_argument("--municipality", default="", help="Ordner des Ortes; sonst der erste")
    parser.add_argument("--siteurl", default="", help="öffentliche Adresse; sonst die des Portals")
    parser.add_argument("--certificates", default=sites.CERTIFICATES, help="Ordner mit einem Ordner je Server")
    parser.add_argument("--brotli", action="store_true", help="nginx hat das Modul brotli_static")
    parser.add_argument(
        "--catch-all",
        action=argparse.BooleanOptionalAction,
        help="fremde Namen abweisen; von selbst, wenn es mehrere Server sind",
    )
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


if __name__ == "__main__":
    sys.exit(main())
