"""The files of a build that web servers and hosts read."""

from collections.abc import Collection, Mapping

from plugins.hosting import apache, nginx, object_store, of_hosts, redirects
from plugins.hosting.hosted import Hosted

REDIRECTS = "_redirects"

_HEAD = "# Every build writes this file anew; how to include it: docs/hosting.md\n"


def files(hosted: Hosted, written: Collection[str]) -> Mapping[str, bytes]:
    """All of them by their paths; `written` are the paths of the portal's other files."""
    made = {
        nginx.HTTP: (_HEAD, *nginx.http(hosted)),
        nginx.ANSWERS: (_HEAD, *nginx.answers(hosted)),
        nginx.SERVER: (_HEAD, *nginx.server(hosted)),
        apache.FILE: (_HEAD, *apache.lines(hosted)),
        object_store.FILE: (_HEAD, *object_store.lines()),
        REDIRECTS: redirects.of_hosts(hosted),
    }
    found = {path: "".join(lines).encode() for path, lines in made.items()}
    return found | {of_hosts.FILE: of_hosts_file(hosted, written)}


def of_hosts_file(hosted: Hosted, written: Collection[str]) -> bytes:
    """The only one that names single files, so it changes with them."""
    return "".join((_HEAD, *of_hosts.lines(hosted, written))).encode()
