"""`python -m benchmarks.serving`: nginx with our configuration over the demo portal, under wrk; killed in between.

It asks on loopback and without encryption, so that files and rules are measured. Needs nginx and wrk.
"""

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from plugins.catalog import manifest
from plugins.hosting.sites import Site, configuration
from plugins.publishing import compressing

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "benchmarks" / "serving.lua"
URL = "https://service.rurheim.example"
MODULE = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
CONNECTIONS = 32
SECONDS = 5
"""So long is one round of wrk."""

_NGINX = """\
{modules}daemon off; pid {folder}/pid; error_log {folder}/log crit; worker_processes auto; events {{ }}
http {{
  access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; client_body_temp_path {folder};
  proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};
  include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Load:
    """What wrk counted; times in milliseconds."""

    requests: int
    seconds: float
    errors: int
    p50: float
    p99: float

    def row(self, name: str, packing: str) -> str:
        """A line of the table."""
        rate, times = self.requests / self.seconds, f"{self.p50:.1f} | {self.p99:.1f}"
        return f"| {name} | {packing} | {self.requests:,} | {rate:,.0f} | {times} | {self.errors} |"


@dataclass
class Nginx:
    """A server with the portal of a folder."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    @classmethod
    def started(cls, folder: Path, port: int) -> "Nginx":
        """It answers when this returns."""
        command = ["nginx", "-p", str(folder), "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]
        process = subprocess.Popen(command, start_new_session=True)  # noqa: S603
        while process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
            except OSError:
                time.sleep(0.001)
            else:
                return cls(folder, port, process)
        sys.exit((folder / "log").read_text())

    def stop(self, number: int) -> None:
        """End all of its processes with a signal."""
        os.killpg(self.process.pid, number)
        self.process.wait(10)


def build(folder: Path) -> list[str]:
    """The demo portal as a release behind a link, compressed; the paths of its files."""
    environment = os.environ | {"CONTENT": "content", "MUNICIPALITY": "rurheim", "OUTPUT": str(folder / "one")}
    command = [sys.executable, "-m", "pelican", "--extra-settings", f"SITEURL={json.dumps(URL)}"]
    subprocess.run(command, cwd=ROOT, env=environment | {"EXPORTS": "1"}, check=True)  # noqa: S603
    names = list(manifest.read(folder / "one"))
    compressing.compress(folder / "one", names)
    (folder / "current").symlink_to("one")
    return names


def configure(folder: Path, port: int) -> None:
    """What `make hosting` prints, without encryption and at another port."""
    written = configuration([Site("rurheim", URL, folder / "current")], "", brotli=MODULE.is_file())
    tables, _, own = written.split("\nserver {")
    lines = [line for line in own.splitlines() if not line.strip().startswith(("ssl_", "listen [::]"))]
    site = f"{tables}server {{" + "\n".join(lines).replace("listen 443 ssl http2", f"listen 127.0.0.1:{port}")
    (folder / "site.conf").write_text(site, encoding="utf-8")
    modules = f"load_module {MODULE}; " if MODULE.is_file() else ""
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, modules=modules), encoding="utf-8")


def load(port: int, addresses: Sequence[str], packing: str, wanted: int, folder: Path) -> Load:
    """So many requests at least, in rounds; the times of the slowest round."""
    (folder / "addresses").write_text("\n".join(addresses), encoding="utf-8")
    rounds: list[Load] = []
    while sum(one.requests for one in rounds) < wanted:
        command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", str(SCRIPT), f"http://127.0.0.1:{port}"]
        arguments = ["--", str(folder / "addresses"), packing, URL[8:]]
        done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=True)  # noqa: S603
        rounds.append(Load(**json.loads(done.stdout.rpartition("\n{")[2].join(("{", "")))))
    total, spent = sum(one.requests for one in rounds), sum(one.seconds for one in rounds)
    errors = sum(one.errors for one in rounds)
    return Load(total, spent, errors, max(one.p50 for one in rounds), max(one.p99 for one in rounds))


def standing(port: int, addresses: Iterable[str]) -> list[str]:
    """The pages that are there; a page that says why something is gone answers 410, which wrk takes for an error."""
    return [address for address in addresses if ask(port, address)[0] == 200]


def ask(port: int, address: str) -> tuple[int, bytes]:
    """Status and body of one answer."""
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", address, headers={"Host": URL[8:]})
        answer = connection.getresponse()
        return answer.status, answer.read()


def lost(port: int, root: Path, names: Sequence[str]) -> list[str]:
    """The files that do not arrive as they are."""
    return [name for name in names if ask(port, f"/{name}")[1] != (root / name).read_bytes()]


@contextmanager
def place() -> Iterator[Path]:
    """A folder that everybody may read: a server started by root works as nobody."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def measure(folder: Path, wanted: int) -> Iterator[str]:
    """The table, line by line, and what became of the killed server."""
    names = build(folder)
    served = [name for name in names if compressing.is_served(name)]
    index = [f"/{name}" for name in served if name.startswith("assets/search")]
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    configure(folder, port)
    server = Nginx.started(folder, port)
    pages = standing(port, (f"/{name.removesuffix('index.html')}" for name in served if name.endswith("index.html")))
    yield "| what | packed | requests | requests/s | p50 ms | p99 ms | errors |\n|---|---|---|---|---|---|---|"
    for packing in ("br", "gzip"):
        yield load(port, pages, packing, wanted, folder).row(f"{len(pages)} pages", packing)
        yield load(port, index, packing, wanted, folder).row(f"{len(index)} files of the index", packing)
    server.stop(signal.SIGKILL)
    began = time.monotonic()
    server = Nginx.started(folder, port)
    back = 1000 * (time.monotonic() - began)
    yield load(port, pages, "br", wanted, folder).row("pages, killed and started again", "br")
    missing = lost(port, folder / "one", served)
    server.stop(signal.SIGTERM)
    yield f"\nKilled with SIGKILL and started, it was there again after {back:.0f} ms."
    yield f"Of {len(served)} files {len(missing)} did not arrive as they are."


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and measure."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.serving", description=__doc__)
    parser.add_argument("--requests", type=int, default=100_000, help="so many for each line, at least")
    options = parser.parse_args(arguments)
    os.environ["PATH"] += ":/usr/sbin"
    for program in ("nginx", "wrk"):
        if not shutil.which(program):
            sys.exit(f"{program} is missing")
    with place() as folder:
        for line in measure(folder, options.requests):
            print(line, flush=True)


if __name__ == "__main__":
    main()
