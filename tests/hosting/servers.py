"""Real web servers on loopback, each in a folder of its own, as nobody in particular."""

import gzip
import os
import shutil
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path

import brotli
import pytest

HOST = "service.grossstadt.example"
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
_MODULES = Path("/usr/lib/apache2/modules")

_NGINX = """\
{modules}daemon off; pid {folder}/pid; error_log {folder}/log; worker_processes 1; events {{}}
http {{
  access_log off; client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
  uwsgi_temp_path {folder}; scgi_temp_path {folder};
  include {folder}/site.conf;
}}
"""
_APACHE = """\
ServerRoot {folder}
ServerName {host}
ServerTokens Prod
PidFile {folder}/pid
ErrorLog {folder}/log
TypesConfig /dev/null
Listen 127.0.0.1:{port}
{modules}
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot {root}
  SSLEngine on
  SSLCertificateFile {folder}/tls/{host}/fullchain.pem
  SSLCertificateKeyFile {folder}/tls/{host}/privkey.pem
  {rules}
</VirtualHost>
"""


@dataclass(frozen=True)
class Answer:
    """What a server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def __getitem__(self, name: str) -> str:
        return self.headers.get(name.lower(), "")

    @property
    def unpacked(self) -> bytes:
        """The body as the file is."""
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(self["Content-Encoding"])
        return unpack(self.body) if unpack else self.body


@dataclass
class Server:
    """A running server; its ports for https and http."""

    command: list[str]
    log: Path
    port: int
    plain_port: int = 0
    host: str = HOST
    process: subprocess.Popen[bytes] | None = None

    def ask(self, address: str, method: str = "GET", *, name: str = "", **headers: str) -> Answer:
        """One answer over https; `name` is asked for in the handshake, keywords are headers: `accept_encoding="br"`."""
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        with closing(HTTPSConnection("127.0.0.1", self.port, timeout=10)) as connection:
            plain = socket.create_connection(("127.0.0.1", self.port), 10)
            connection.sock = context.wrap_socket(plain, server_hostname=name or self.host)
            return self._answer(connection, address, method, headers)

    def ask_plainly(self, address: str, **headers: str) -> Answer:
        """One answer over http."""
        with closing(HTTPConnection("127.0.0.1", self.plain_port, timeout=10)) as connection:
            return self._answer(connection, address, "GET", headers)

    def _answer(self, connection: HTTPConnection, address: str, method: str, headers: Mapping[str, str]) -> Answer:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, address, headers={"Host": self.host, **given})
        found: HTTPResponse = connection.getresponse()
        return Answer(found.status, {name.lower(): value for name, value in found.headers.items()}, found.read())

    def start(self) -> None:
        """Start it and wait until it answers."""
        self.process = subprocess.Popen(self.command, stderr=subprocess.DEVNULL, start_new_session=True)
        for _ in range(200):
            try:
                self.ask("/")
                return
            except (OSError, HTTPException):
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        pytest.fail(f"{self.command[0]} does not answer: {self.log.read_text() if self.log.exists() else ''}")

    def kill(self) -> None:
        """The end without a word, for all of its processes."""
        assert self.process
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> None:
        """Stop it, politely."""
        if self.process:
            self.process.terminate()
            self.process.wait(10)


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that everybody may read: a server started by root works as nobody."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port


def program(name: str) -> str:
    """The path of a web server; skips the test where there is none."""
    return shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/bin") or pytest.skip(f"no {name} here")


def certificate(folder: Path, host: str) -> Path:
    """A folder with a key of its own for a host, as the configuration names it."""
    (folder / host).mkdir(parents=True)
    command = f"{program('openssl')} req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
    names = [
        "-subj",
        f"/CN={host}",
        "-keyout",
        f"{folder}/{host}/privkey.pem",
        "-out",
        f"{folder}/{host}/fullchain.pem",
    ]
    subprocess.run([*command.split(), *names], check=True, capture_output=True)
    return folder


def has_brotli() -> bool:
    """True where nginx can be told to send `.br` files."""
    return _BROTLI.is_file()


@contextmanager
def nginx(folder: Path, site: str, *, host: str = HOST) -> Iterator[Server]:
    """nginx with a site's configuration, at free ports in place of 80 and 443."""
    port, plain = free_port(), free_port()
    for old, new in (("listen 443", f"listen 127.0.0.1:{port}"), ("listen 80", f"listen 127.0.0.1:{plain}")):
        assert old in site
        site = site.replace(old, new)
    site = "".join(line for line in site.splitlines(keepends=True) if "listen [::]" not in line)
    (folder / "site.conf").write_text(site)
    modules = f"load_module {_BROTLI}; " if has_brotli() else ""
    (folder / "nginx.conf").write_text(_NGINX.format(folder=folder, modules=modules))
    command = [program("nginx"), "-p", str(folder), "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]
    yield from _running(Server(command, folder / "log", port, plain, host))


@contextmanager
def apache(folder: Path, root: Path, rules: str) -> Iterator[Server]:
    """Apache with one `<VirtualHost>` of these rules."""
    port, found = free_port(), program("apache2")
    names = "mpm_event authz_core dir alias rewrite mime headers filter brotli deflate ssl autoindex socache_shmcb"
    modules = "\n".join(f"LoadModule {name}_module {_MODULES}/mod_{name}.so" for name in names.split())
    certificate(folder / "tls", HOST)
    text = _APACHE.format(folder=folder, host=HOST, port=port, root=root, modules=modules, rules=rules)
    (folder / "apache.conf").write_text(text)
    yield from _running(Server([found, "-DFOREGROUND", "-f", str(folder / "apache.conf")], folder / "log", port))


def _running(server: Server) -> Iterator[Server]:
    try:
        server.start()
        yield server
    finally:
        server.stop()
