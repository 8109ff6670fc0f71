"""Every fault a server can have, and what we say of it. Nothing leaves loopback."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from pathlib import Path

import pytest

from plugins.catalog.records import LinkState
from plugins.links.fetching import dial_public, is_public
from plugins.links.finding import Finding, StoppedError
from tests.links.conftest import HURRY, Visit
from tests.links.faults import FOR_SALE, NOT_FOUND, SHELL, Faults, Reply, page, to

DOG = "https://www.rurland.example/hund"
OK, CAUTION, BROKEN = LinkState.OK, LinkState.CAUTION, LinkState.BROKEN
DANGER, PENDING = LinkState.DANGER, LinkState.PENDING

CHALLENGE = Reply(403, "<title>Just a moment...</title>Please complete the captcha.")


@pytest.mark.parametrize(
    ("reply", "finding"),
    [
        (page("Hund"), Finding(OK)),
        (Reply(404), Finding(BROKEN, "Der Server antwortet mit 404")),
        (Reply(410), Finding(BROKEN, "Der Server antwortet mit 410")),
        (Reply(500), Finding(BROKEN, "Der Server antwortet mit 500")),
        (Reply(503), Finding(BROKEN, "Der Server antwortet mit 503")),
        (Reply(403), Finding(BROKEN, "Der Server antwortet mit 403")),
        (Reply(401), Finding(CAUTION, "Der Server verlangt eine Anmeldung (401)")),
        (CHALLENGE, Finding(CAUTION, "Der Server wehrt Prüfprogramme ab (403)")),
        (
            Reply(403, headers=(("cf-mitigated", "challenge"),)),
            Finding(CAUTION, "Der Server wehrt Prüfprogramme ab (403)"),
        ),
        (Reply(429), Finding(PENDING, "Der Server bittet um Geduld (429)")),
        (Reply(429, headers=(("Retry-After", "3600"),)), Finding(PENDING, "Der Server bittet um Geduld (429)")),
        (
            Reply(503, headers=(("Retry-After", "Wed, 21 Oct 2099 07:28:00 GMT"),)),
            Finding(PENDING, "Der Server bittet um Geduld (503)"),
        ),
        (Reply(delay=0.5), Finding(BROKEN, "Der Server antwortet nicht rechtzeitig", reached=False)),
        (to(302, "/hund/"), Finding(BROKEN, "Der Server antwortet mit 404")),
        (to(302, DOG), Finding(BROKEN, "Die Weiterleitung führt im Kreis")),
        (to(302, DOG, ("Set-Cookie", "a=b")), Finding(CAUTION, "Der Server verlangt Cookies")),
        (
            to(301, "http://www.rurland.example/hund"),
            Finding(DANGER, "Leitet weiter, aber nicht auf eine gültige https-Adresse"),
        ),
        (to(301, "https://10.0.0.5/"), Finding(DANGER, "Leitet weiter, aber nicht auf eine gültige https-Adresse")),
        (to(301, "https://localhost/"), Finding(DANGER, "Leitet weiter, aber nicht auf eine gültige https-Adresse")),
        (to(301, "file:///etc/passwd"), Finding(DANGER, "Leitet weiter, aber nicht auf eine gültige https-Adresse")),
        (
            to(302, "https://parken.example2.example/"),
            Finding(DANGER, "Leitet auf einen fremden Server weiter: parken.example2.example"),
        ),
        (to(302, "https://login.bund.example/"), Finding(BROKEN, "Der Server antwortet mit 404")),
    ],
    ids=lambda value: f"{value.status}" if isinstance(value, Reply) else f"{value.state}",
)
def test_each_answer_has_its_verdict(server: Faults, visit: Visit, reply: Reply, finding: Finding) -> None:
    server.play(DOG, reply)
    assert visit.one(DOG) == finding


def test_a_page_that_is_there_is_asked_for_without_its_text(server: Faults, visit: Visit) -> None:
    server.play(DOG, page("Hund"))
    assert visit.one(DOG) == Finding(OK)
    assert server.paths("www.rurland.example") == ["GET /robots.txt", "HEAD /hund", "GET /…"]


def test_a_server_that_refuses_the_short_question_gets_the_long_one(server: Faults, visit: Visit) -> None:
    server.play(DOG, page("Hund"))
    server.refuses_head.add("www.rurland.example")
    assert visit.one(DOG) == Finding(OK)
    assert server.paths("www.rurland.example")[:3] == ["GET /robots.txt", "HEAD /hund", "GET /hund"]


def test_we_say_who_asks(server: Faults, visit: Visit) -> None:
    visit.one(DOG)
    assert {one.agent for one in server.seen} == {
        "Fundstelle-Linkpruefung/1 (Fundstelle; +mailto:portal@rurland.example)"
    }


def chain(server: Faults, *statuses: int) -> str:
    for number, status in enumerate(statuses):
        server.play(f"https://www.rurland.example/{number}", to(status, f"/{number + 1}"))
    server.play(f"https://www.rurland.example/{len(statuses)}", page("Hund"))
    return "https://www.rurland.example/0"


@pytest.mark.parametrize(
    ("statuses", "finding"),
    [
        ([301], Finding(OK, moves_to="https://www.rurland.example/1")),
        ([308, 301], Finding(OK, moves_to="https://www.rurland.example/2")),
        ([301, 302, 301], Finding(OK, moves_to="https://www.rurland.example/1")),
        ([302, 301], Finding(OK)),
        ([302] * 5, Finding(OK)),
        ([302] * 6, Finding(BROKEN, "Mehr als 5 Weiterleitungen")),
    ],
    ids=str,
)
def test_what_has_moved_for_good_names_its_new_address(
    server: Faults, visit: Visit, statuses: list[int], finding: Finding
) -> None:
    assert visit.one(chain(server, *statuses)) == finding


def test_an_error_page_that_calls_itself_a_success_is_known_again(server: Faults, visit: Visit) -> None:
    server.elsewhere["www.rurland.example"] = Reply(200, NOT_FOUND)
    server.play("https://www.rurland.example/", page("Willkommen"))
    cat = server.play("https://www.rurland.example/katze", page("Katze"))
    assert visit(DOG, cat) == {DOG: Finding(BROKEN, "Die Seite ist die Fehlerseite des Servers"), cat: Finding(OK)}


def test_an_error_that_is_a_redirect_to_the_first_page_is_known_too(server: Faults, visit: Visit) -> None:
    home = server.play("https://www.rurland.example/", page("Willkommen"))
    server.elsewhere["www.rurland.example"] = to(302, "/")
    assert visit(DOG, home) == {DOG: Finding(BROKEN, "Die Seite ist die Fehlerseite des Servers"), home: Finding(OK)}


def test_a_portal_made_in_the_browser_cannot_be_judged(server: Faults, visit: Visit) -> None:
    server.elsewhere["www.rurland.example"] = Reply(200, SHELL)
    assert visit.one(DOG) == Finding(CAUTION, "Der Server antwortet auf jede Adresse gleich")


def test_a_domain_for_sale_is_dangerous(server: Faults, visit: Visit) -> None:
    server.elsewhere["www.rurland.example"] = Reply(200, FOR_SALE)
    assert visit.one(DOG) == Finding(DANGER, "Die Domain steht zum Verkauf")


@pytest.mark.parametrize(
    "html", ["<![x[", "<b>" * 80_000, "<!" * 9000, "\x00\xff", ""], ids=lambda html: html[:4] or "empty"
)
def test_a_hostile_page_stops_nothing(server: Faults, visit: Visit, html: str) -> None:
    server.elsewhere["www.rurland.example"] = Reply(200, html)
    assert visit.one(DOG).state in {OK, CAUTION}


def test_a_login_elsewhere_with_the_way_back_in_its_address_is_fine(server: Faults, visit: Visit) -> None:
    login = server.play("https://login.bund.example/saml?back=https%3A%2F%2Fwww.rurland.example%2Fhund", page("BundID"))
    server.play(DOG, to(301, login))
    assert visit.one(DOG) == Finding(OK)


@pytest.mark.parametrize(
    "line", ["Crawl-delay: ²", "Crawl-delay: " + "9" * 5000, "Request-rate: ²/²", "Disallow: %ff%"]
)
def test_a_hostile_robots_txt_stops_nothing(server: Faults, visit: Visit, line: str) -> None:
    server.play("https://www.rurland.example/robots.txt", Reply(200, f"User-agent: *\n{line}"))
    server.play(DOG, page("Hund"))
    assert visit.one(DOG) == Finding(OK)


def test_what_robots_txt_forbids_is_not_asked_for(server: Faults, visit: Visit) -> None:
    server.play("https://www.rurland.example/robots.txt", Reply(200, "User-agent: *\nDisallow: /hund"))
    server.play("https://www.rurland.example/katze", page("Katze"))
    assert visit.one(DOG) == Finding(CAUTION, "robots.txt erlaubt die Prüfung nicht")
    assert visit.one("https://www.rurland.example/katze") == Finding(OK)
    assert "/hund" not in {one.path for one in server.seen}


def test_a_host_whose_robots_txt_fails_is_not_asked_further(server: Faults, visit: Visit) -> None:
    server.play("https://www.rurland.example/robots.txt", Reply(500))
    assert visit.one(DOG) == Finding(BROKEN, "Der Server meldet einen Fehler (500)")
    assert server.paths("www.rurland.example") == ["GET /robots.txt"]


def test_a_host_without_a_name_is_asked_once(server: Faults, visit: Visit) -> None:
    gone = ["https://nirgendwo.example/a", "https://nirgendwo.example/b"]
    assert set(visit(*gone).values()) == {Finding(BROKEN, "Den Server gibt es nicht (DNS)", reached=False)}


def test_a_huge_page_is_read_no_further_than_allowed(server: Faults, visit: Visit) -> None:
    server.refuses_head.add("www.rurland.example")
    server.play(DOG, Reply(200, "x" * 3_000_000))
    assert visit(DOG, max_bytes=1000)[DOG] == Finding(OK)


def test_a_page_that_drips_is_cut_off(server: Faults, visit: Visit) -> None:
    server.refuses_head.add("www.rurland.example")
    server.play(DOG, Reply(200, "x" * 1000, drip=0.1, headers=(("Content-Length", "1000"),)))
    began = time.monotonic()
    assert visit.one(DOG) == Finding(BROKEN, "Der Server antwortet nicht rechtzeitig", reached=False)
    assert time.monotonic() - began < 5


def test_a_server_that_asks_for_a_moment_gets_it(server: Faults, visit: Visit) -> None:
    server.refuses_head.add("www.rurland.example")
    server.play(DOG, Reply(429, headers=(("Retry-After", "0"),)), page("Hund"))
    assert visit.one(DOG) == Finding(OK)


def test_a_server_that_asks_for_an_hour_is_left_alone_for_this_run(server: Faults, visit: Visit) -> None:
    server.play(DOG, Reply(429, headers=(("Retry-After", "3600"),)))
    cat = server.play("https://www.rurland.example/katze", page("Katze"))
    assert {finding.state for finding in visit(DOG, cat).values()} == {PENDING}
    assert server.paths("www.rurland.example") == ["GET /robots.txt", "HEAD /hund"]


def test_a_server_without_encryption_is_dangerous(server: Faults, visit: Visit) -> None:
    def dial(host: str, timeout: float) -> socket.socket:
        return ssl.create_default_context().wrap_socket(server.dial(host, timeout), server_hostname=host)

    assert visit.one(DOG, dial) == Finding(DANGER, "Der Server weist sich nicht gültig aus (TLS)")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")
def test_a_certificate_that_nobody_signed_is_dangerous(tmp_path: Path, visit: Visit) -> None:
    pem, key = tmp_path / "self-signed.pem", tmp_path / "key.pem"
    subject = ("-subj", "/CN=www.rurland.example", "-addext", "subjectAltName=DNS:www.rurland.example")
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-keyout", key, "-out", pem)
    subprocess.run([*made, *subject], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_shake_hands, args=(listening, context), daemon=True).start()

        def dial(host: str, timeout: float) -> socket.socket:
            plain = socket.create_connection(listening.getsockname(), timeout)
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)

        assert visit.one(DOG, dial) == Finding(DANGER, "Der Server weist sich nicht gültig aus (TLS)")


def _shake_hands(listening: socket.socket, context: ssl.SSLContext) -> None:
    try:
        with context.wrap_socket(listening.accept()[0], server_side=True):
            pass
    except OSError:
        return


def test_a_closed_port_is_no_danger(server: Faults, visit: Visit) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        closed = listening.getsockname()
    finding = visit.one(DOG, lambda host, timeout: socket.create_connection(closed, timeout))
    assert finding == Finding(BROKEN, "Die Verbindung kommt nicht zustande", reached=False)


@pytest.mark.parametrize("private", ["127.0.0.1", "10.0.0.5", "192.168.1.1", "169.254.169.254", "::1", "fd00::1"])
def test_a_name_of_a_private_address_is_refused(
    server: Faults, visit: Visit, monkeypatch: pytest.MonkeyPatch, private: str
) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 443)) for address in ("93.184.215.14", private)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    monkeypatch.setattr(socket, "create_connection", lambda *_: pytest.fail("connected"))
    assert visit.one(DOG, dial_public) == Finding(DANGER, "Der Servername führt in ein privates Netz")


def test_loopback_is_refused_by_name() -> None:
    with pytest.raises(StoppedError, match="privates Netz"):
        dial_public("localhost", 1.0)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("0.0.0.0", False),  # noqa: S104
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:10.0.0.5", False),
        ("64:ff9b::a00:5", False),
        ("2002:a00:5::1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_findings_of_several_hosts_come_together(server: Faults, visit: Visit) -> None:
    wanted = [server.play(f"https://h{number}.example/", page("Hund")) for number in range(9)]
    assert visit(*wanted, manners=HURRY) == dict.fromkeys(wanted, Finding(OK))
