"""Never two requests at once to one host, and a pause between them, by the server's own clock."""

from dataclasses import replace
from itertools import pairwise

import pytest

from plugins.links.fetching import Answer
from plugins.links.politeness import Manners, location, wanted_wait
from tests.links.conftest import HURRY, Visit
from tests.links.faults import Faults, Reply, Seen, page, to

CALM = replace(HURRY, pause=0.08)


def of_host(server: Faults, host: str) -> list[Seen]:
    return sorted((one for one in server.seen if one.host == host), key=lambda one: one.began)


def pauses(server: Faults, host: str) -> list[float]:
    return [after.began - before.ended for before, after in pairwise(of_host(server, host))]


def test_a_host_is_asked_one_question_after_the_other_with_a_pause(server: Faults, visit: Visit) -> None:
    visit(*(f"https://a.example/{number}" for number in range(5)), manners=CALM)
    assert len(of_host(server, "a.example")) == 11
    assert min(pauses(server, "a.example")) >= 0.075


def test_a_host_to_which_others_lead_is_asked_no_faster(server: Faults, visit: Visit) -> None:
    wanted = [server.play(f"https://{name}.rurland.example/", to(302, "https://z.rurland.example/")) for name in "abcd"]
    server.play("https://z.rurland.example/", Reply(200, "z", delay=0.05))
    visit(*wanted, manners=CALM)
    assert len(of_host(server, "z.rurland.example")) >= 5
    assert min(pauses(server, "z.rurland.example")) >= 0.075


@pytest.mark.parametrize(("hosts", "at_once"), [(1, 1), (3, 3)])
def test_only_a_few_hosts_are_asked_at_once(server: Faults, visit: Visit, hosts: int, at_once: int) -> None:
    wanted = [server.play(f"https://h{number}.example/", Reply(200, "h", delay=0.05)) for number in range(6)]
    visit(*wanted, manners=replace(HURRY, most_hosts=hosts))
    moments = [one.began for one in server.seen]
    assert max(sum(one.began <= moment < one.ended for one in server.seen) for moment in moments) <= at_once


def test_a_longer_pause_that_robots_txt_asks_for_is_kept_up_to_a_limit(server: Faults, visit: Visit) -> None:
    server.play("https://a.example/robots.txt", Reply(200, "User-agent: *\nCrawl-delay: 3600"))
    server.play("https://a.example/", page("Hund"))
    visit("https://a.example/", manners=replace(HURRY, longest_pause=0.15))
    assert min(pauses(server, "a.example")[1:]) >= 0.145


def test_the_moment_that_a_server_asks_for_is_waited(server: Faults, visit: Visit) -> None:
    server.refuses_head.add("a.example")
    server.play("https://a.example/", Reply(429, headers=(("Retry-After", "1"),)), page("Hund"))
    visit("https://a.example/", manners=replace(HURRY, longest_wait=2.0))
    assert max(pauses(server, "a.example")) >= 0.99


def test_rules_for_our_name_count_before_those_for_all(server: Faults, visit: Visit) -> None:
    rules = "User-agent: *\nDisallow:\n\nUser-agent: Fundstelle-Linkpruefung\nDisallow: /"
    server.play("https://a.example/robots.txt", Reply(200, rules))
    visit("https://a.example/x")
    assert server.paths("a.example") == ["GET /robots.txt"]


def test_a_robots_txt_that_has_moved_is_read_where_it_is(server: Faults, visit: Visit) -> None:
    server.play("https://a.example/robots.txt", to(301, "/r.txt"))
    server.play("https://a.example/r.txt", Reply(200, "User-agent: *\nDisallow: /"))
    visit("https://a.example/x")
    assert server.paths("a.example") == ["GET /robots.txt", "GET /r.txt"]


def test_the_usual_manners() -> None:
    assert Manners() == Manners(pause=1.0, longest_pause=10.0, longest_wait=60.0, most_hosts=4)


@pytest.mark.parametrize(
    ("status", "written", "wait"),
    [
        (429, "7", 7.0),
        (503, "7", 7.0),
        (503, "", None),
        (429, "", float("inf")),
        (429, "bald", float("inf")),
        (429, "Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        (200, "7", None),
        (429, "9" * 500, float("inf")),
        (429, "Wed, 21 Oct 99999 07:28:00 +9999999", float("inf")),
    ],
)
def test_how_long_a_server_asks_us_to_wait(status: int, written: str, wait: float | None) -> None:
    assert wanted_wait(Answer(status, {"retry-after": written})) == wait


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("/b", "https://a.example/b"),
        ("b", "https://a.example/x/b"),
        ("//b.example/#c", "https://b.example/"),
        ("", ""),
        ("https://B.example:443/x", "https://b.example/x"),
        ("/gebühr", "https://a.example/geb%FChr"),
        ("https://[", "https://["),
        ("/a%20b?c=d e", "https://a.example/a%20b?c=d%20e"),
    ],
)
def test_where_a_redirect_leads(target: str, address: str) -> None:
    assert location("https://a.example/x/y", Answer(302, {"location": target})) == address
