"""`python -m plugins.hosting --output /srv/portal content`: print nginx's configuration for what is built there.

One portal, or all below `portals/`, as `make portals` builds them; a link `current` is what is served. Exit code 1 when
the content has errors, 2 for a municipality that does not exist, or where nothing is built.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.catalog import Catalog
from plugins.catalog.choosing import NotChosenError, chosen
from plugins.catalog.records import Municipality
from plugins.hosting import nginx, sites
from plugins.hosting.sites import Site


def main(arguments: list[str] | None = None) -> int:
    """Print it and return the exit code."""
    options = _parser().parse_args(arguments)
    try:
        catalog, wanted = chosen(options.folder, options.municipality, "make hosting")
    except NotChosenError as error:
        print(error, file=sys.stderr)
        return error.code
    found = list(_built(catalog, wanted, options.output.absolute(), options.siteurl))
    if not found:
        print(
            f"In {options.output} ist nichts gebaut. Bauen Sie erst: make publish, oder: make portals", file=sys.stderr
        )
        return 2
    print(sites.configuration(found, options.certificates, brotli=options.brotli), end="")
    return 0


def _built(catalog: Catalog, wanted: Municipality, output: Path, siteurl: str) -> Iterator[Site]:
    """The portals of an output folder: the one in it, else those below `portals/`."""
    if folder := _served(output):
        yield Site(wanted.slug, siteurl or wanted.portal_url, folder)
        return
    for slug, municipality in sorted(catalog.municipalities.items()):
        if folder := _served(output / "portals" / slug):
            yield Site(slug, municipality.portal_url, folder)


def _served(folder: Path) -> Path | None:
    """The folder that a server is to send files from; None where nothing is built."""
    candidates = (folder / "current", folder)
    return next((one for one in candidates if (one / nginx.SERVER).is_file()), None)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.hosting", description="nginx für gebaute Portale")
    parser.add_argument("--output", type=Path, default=Path("output"), help="Ordner, in den gebaut wurde")
    parser.add_argument("--municipality", default="", help="Ordner des Ortes; sonst der erste")
    parser.add_argument("--siteurl", default="", help="öffentliche Adresse; sonst die aus municipality.yaml")
    parser.add_argument("--certificates", default=sites.CERTIFICATES, help="Ordner mit einem Ordner je Server")
    parser.add_argument("--brotli", action="store_true", help="nginx hat das Modul brotli_static")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    return parser


if __name__ == "__main__":
    sys.exit(main())
