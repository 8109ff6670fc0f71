"""Author, approvals and the one comment, against a small server that answers as the forges do."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.review.forge import MARK, forge, main

Answers = dict[str, Any]


class Fake(HTTPServer):
    """A forge on loopback: `answers` by path, everything that was written in `written`."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: Answers = {}
        self.written: list[tuple[str, str, Any]] = []
        self.tokens: set[str] = set()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, address: str) -> Any:
        parts = urlsplit(address)
        found = self.answers[parts.path]
        if not isinstance(found, list):
            return found
        page, size = (int(parse_qs(parts.query)[name][0]) for name in ("page", "per_page"))
        return found[(page - 1) * size : page * size]


class Handler(BaseHTTPRequestHandler):
    server: Fake

    def do_GET(self) -> None:
        self.server.tokens.add(self.headers.get("Authorization") or self.headers["PRIVATE-TOKEN"])
        self.reply(self.server.answer(self.path))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.written.append((self.command, self.path, body))
        self.reply({})

    def do_PATCH(self) -> None:
        self.do_POST()

    def do_PUT(self) -> None:
        self.do_POST()

    def reply(self, answer: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def fake() -> Iterator[Fake]:
    one = Fake()
    thread = Thread(target=one.serve_forever)
    thread.start()
    yield one
    one.shutdown()
    thread.join()
    one.server_close()


@pytest.fixture
def on_github(fake: Fake, tmp_path: Path) -> dict[str, str]:
    event = {"pull_request": {"number": 7, "user": {"login": "azubi"}, "head": {"sha": "new"}}}
    (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
    return {
        "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        "GITHUB_API_URL": fake.address,
        "GITHUB_REPOSITORY": "kreis/inhalte",
        "GITHUB_TOKEN": "short-lived",
    }


@pytest.fixture
def on_gitlab(fake: Fake) -> dict[str, str]:
    fake.answers["/user"] = {"username": "review-bot"}
    return {
        "CI_API_V4_URL": fake.address,
        "CI_MERGE_REQUEST_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "7",
        "REVIEW_TOKEN": "of-the-bot",
    }


def approval(login: str, state: str, commit: str = "new") -> Answers:
    return {"user": {"login": login}, "state": state, "commit_id": commit}


def test_on_github_only_the_last_word_about_the_newest_commit_counts(fake: Fake, on_github: dict[str, str]) -> None:
    fake.answers["/repos/kreis/inhalte/pulls/7/reviews"] = [
        approval("anna", "APPROVED"),
        approval("anna", "COMMENTED"),
        approval("berta", "APPROVED"),
        approval("berta", "CHANGES_REQUESTED"),
        approval("carla", "APPROVED", commit="old"),
        approval("dora", "DISMISSED"),
        {"user": None, "state": "APPROVED", "commit_id": "new"},
    ]
    assert forge(on_github).approvals() == ["anna"]
    assert forge(on_github).author() == "azubi"
    assert fake.tokens == {"Bearer short-lived"}


def test_on_gitlab_those_who_approve_now_count(
    fake: Fake, on_gitlab: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    fake.answers["/projects/3/merge_requests/7"] = {"author": {"username": "azubi"}}
    approved = [{"user": {"username": "berta"}}, {"user": {"username": "anna"}}]
    fake.answers["/projects/3/merge_requests/7/approvals"] = {"approved_by": approved}
    main(["author"], on_gitlab)
    main(["approvals"], on_gitlab)
    assert capsys.readouterr().out == "azubi\nanna berta\n"
    assert fake.tokens == {"of-the-bot"}


COMMENTS = "/repos/kreis/inhalte/issues/7/comments"
NOTES = "/projects/3/merge_requests/7/notes"


def test_the_first_report_is_a_new_comment(fake: Fake, on_github: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "comment.md").write_text(f"{MARK}\nÄnderungen", "utf-8")
    fake.answers[COMMENTS] = []
    main(["comment", str(tmp_path / "comment.md")], on_github)
    assert fake.written == [("POST", COMMENTS, {"body": f"{MARK}\nÄnderungen"})]


def test_the_next_report_stands_in_the_same_comment_however_many_there_are(
    fake: Fake, on_github: dict[str, str]
) -> None:
    others = [{"id": number, "user": {"login": "anna"}, "body": f"{MARK} von Hand"} for number in range(1, 121)]
    fake.answers[COMMENTS] = [*others, {"id": 121, "user": {"login": "github-actions[bot]"}, "body": f"{MARK} alt"}]
    forge(on_github).comment("neu")
    assert fake.written == [("PATCH", "/repos/kreis/inhalte/issues/comments/121", {"body": "neu"})]


def test_on_gitlab_the_bot_writes_its_own_note_anew(fake: Fake, on_gitlab: dict[str, str]) -> None:
    notes = [("anna", f"{MARK} von Hand"), ("review-bot", "Hallo"), ("review-bot", f"{MARK} alt")]
    fake.answers[NOTES] = [
        {"id": number, "author": {"username": name}, "body": body} for number, (name, body) in enumerate(notes)
    ]
    forge(on_gitlab).comment("neu")
    fake.answers[NOTES] = []
    forge(on_gitlab).comment("zuerst")
    assert fake.written == [("PUT", f"{NOTES}/2", {"body": "neu"}), ("POST", NOTES, {"body": "zuerst"})]


def test_an_unknown_command_is_answered_with_the_known_ones(on_gitlab: dict[str, str]) -> None:
    with pytest.raises(SystemExit, match=r"author \| approvals \| comment FILE"):
        main(["approve"], on_gitlab)
