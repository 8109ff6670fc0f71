"""`python -m plugins.links check [FOLDER]`: check the external links and write the ledger.

`python -m plugins.links report [--json] [FOLDER]` says how they stand, from the ledger alone.
The contact address that servers see comes from the environment: `LINKS_CONTACT`.
"""

import argparse
import asyncio
import os
import sys
from pathlib import Path

from plugins.catalog import addresses, printing
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks.link_host import allowed_hosts
from plugins.catalog.today import berlin_today
from plugins.catalog.validation import has_errors, validated
from plugins.links import ledger, report
from plugins.links.checking import Checker, none_reached
from plugins.links.fetching import Web, dial_public
from plugins.links.finding import Finding
from plugins.links.politeness import ROBOT, Manners, PoliteWeb
from plugins.links.registry import collect


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 the content has errors, 2 refused."""
    options = _options(arguments)
    catalog, problems = validated(options.folder)
    if has_errors(problems):
        print(printing.as_text(problems, str(options.folder)), file=sys.stderr)
        return 1
    if options.command == "check":
        return check(options.folder, catalog, options.limit)
    found = report.of(catalog)
    print(report.as_json(found) if options.json else report.as_text(found))
    return 0


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m plugins.links", description="Externe Links prüfen")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="Links prüfen und das Linkverzeichnis schreiben")
    checking.add_argument("--limit", type=int, help="Höchstens so viele Adressen, die ältesten zuerst")
    reporting = commands.add_parser("report", help="Sagen, wie es um die Links steht")
    reporting.add_argument("--json", action="store_true", help="Für Programme")
    for command in (checking, reporting):
        command.add_argument("folder", nargs="?", type=Path, default=Path("content"), help="Ordner mit den Inhalten")
    return parser.parse_args(arguments)


def check(folder: Path, catalog: Catalog, limit: int | None) -> int:
    """Check what is due, write the ledger, and say how the links stand; 2 when there is no line or no contact."""
    contact = os.environ.get("LINKS_CONTACT", "")
    if not addresses.is_mail_or_phone(f"mailto:{contact}"):
        print("Wer fragt, nennt sich: make links LINKS_CONTACT=serviceportal@meine-stadt.example", file=sys.stderr)
        return 2
    wanted = collect(catalog).uses
    now = ledger.due(wanted, catalog.checked_links, limit)
    print(f"{len(now)} von {len(wanted)} Adressen werden geprüft …", flush=True)
    findings = asyncio.run(_findings(catalog, now, f"{ROBOT}/1 (Fundstelle; +mailto:{contact})"))
    if none_reached(findings):
        print("Kein einziger Server war zu erreichen; das Linkverzeichnis bleibt, wie es ist.", file=sys.stderr)
        return 2
    known, today = catalog.checked_links, berlin_today()
    new = {one: ledger.entered(one, finding, known.get(one), today) for one, finding in findings.items()}
    ledger.write(folder, [link for address in wanted if (link := new.get(address) or known.get(address))])
    print(report.as_text(report.of(validated(folder)[0])))
    return 0


async def _findings(catalog: Catalog, wanted: list[str], user_agent: str) -> dict[str, Finding]:
    web = PoliteWeb(Web(user_agent, dial_public), Manners())
    return await Checker(web, allowed_hosts(catalog)).findings(wanted)


if __name__ == "__main__":
    sys.exit(main())
