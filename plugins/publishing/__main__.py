"""`python -m plugins.publishing publish | rollback | list | verify`: a portal put online whole, and taken back.

Exit code 1 when something is in the way, 2 when the command asks for what there is not, 75 when somebody else is
publishing and `--no-wait` is said, 130 when it was stopped. Whatever happens, the old or the new portal is online.
"""

import argparse
import signal
import sys
from pathlib import Path

from plugins.catalog import allowing, disk
from plugins.publishing import standing
from plugins.publishing.building import Wanted
from plugins.publishing.errors import PublishError, RefusedError
from plugins.publishing.home import Home
from plugins.publishing.releasing import publish

STOPPED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        options.answer(options)
    except PublishError as error:
        return _stays(options, str(error), error.code)
    except OSError as error:
        return _stays(options, disk.said(error, options.output), 1)
    except KeyboardInterrupt:
        return _stays(options, "Abgebrochen.", STOPPED)
    return 0


def _stays(options: argparse.Namespace, why: str, code: int) -> int:
    """Say why, and what is online."""
    print(why, file=sys.stderr)
    if current := Home(options.output).current:
        print(f"Online ist: {current.name}.", file=sys.stderr)
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m plugins.publishing", description="Portale veröffentlichen")
    parser.add_argument("--output", type=Path, required=True, help="Ordner der Veröffentlichungen")
    commands = parser.add_subparsers(required=True, metavar="BEFEHL")
    publishing = commands.add_parser("publish", help="bauen, prüfen, in einem Schritt online stellen")
    publishing.add_argument("--url", default="", help="öffentliche Adresse des Portals")
    publishing.add_argument("--municipality", default="", help="Ordner des Ortes; ohne Angabe der erste")
    publishing.add_argument("--portals", action="store_true", help="alle Portale, jedes unter seiner portal_url")
    publishing.add_argument(
        "--allow", default="", help="was Prüfungen wissentlich finden dürfen: page-loss:2,services:1"
    )
    publishing.add_argument(
        "--before", type=Path, help="Portal zum Vergleich, wo noch nichts liegt: die entpackte portal.zip"
    )
    publishing.add_argument("content", nargs="?", type=Path, default=Path("content"), help="Ordner der Inhalte")
    publishing.add_argument("more", nargs="*", help="weitere Angaben für Pelican, nach --")
    publishing.set_defaults(answer=_publish)
    back = commands.add_parser("rollback", help="online stellen, was vorher online war")
    back.add_argument("--to", default="", help="Name der Veröffentlichung")
    back.set_defaults(answer=_rollback)
    for command in (publishing, back):
        command.add_argument("--no-wait", action="store_true", help="nicht warten, wenn gerade veröffentlicht wird")
    commands.add_parser("list", help="alle Veröffentlichungen").set_defaults(answer=_list)
    commands.add_parser("verify", help="prüfen, ob unversehrt ist, was online ist").set_defaults(answer=_verify)
    return parser


def _publish(options: argparse.Namespace) -> None:
    allowed = allowing.read(options.allow)
    if options.portals and options.before:
        raise RefusedError("BEFORE gilt für ein Portal, nicht für PORTALS=1. Lassen Sie eines von beiden weg.")
    url = "" if options.portals else options.url.rstrip("/")
    wanted = Wanted(options.content, options.municipality, url, options.portals, allowed, options.before, options.more)
    publish(wanted, Home(options.output), waits=not options.no_wait)


def _rollback(options: argparse.Namespace) -> None:
    print(standing.rollback(Home(options.output), options.to, waits=not options.no_wait))


def _list(options: argparse.Namespace) -> None:
    found = standing.homes(Home(options.output))
    for home in found:
        print("\n".join(standing.listed(home)))
    if not found:
        print(f"In {options.output} liegt keine Veröffentlichung.")


def _verify(options: argparse.Namespace) -> None:
    for home in standing.homes(Home(options.output)) or [Home(options.output)]:
        print(standing.verified(home))


if __name__ == "__main__":
    sys.exit(main())
