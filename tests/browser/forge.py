"""A GitLab that answers the form from a folder and remembers what was asked of it; nothing leaves the computer."""

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, Route

HOST = "https://gitlab.forge.example"
REPOSITORY = "grossstadt/serviceportal"
_ERIKA = {"id": 7, "username": "erika", "name": "Erika Mustermann", "email": "erika@grossstadt.example"}
_WHEN = "2026-11-01T10:00:00Z"


@dataclass
class GitLab:
    """One project with the content of a folder: its branches beside `main`, and its merge requests."""

    content: Path
    branches: dict[str, dict[str, str]] = field(default_factory=dict)
    requests: list[dict[str, Any]] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Answer for the host on this page."""
        page.route(f"{HOST}/api/**", self.answer)

    def answer(self, route: Route) -> None:
        """One question of the form."""
        asked = route.request
        address = urlsplit(asked.url)
        path = re.sub(r"^/api/(v4)?", "", address.path)
        body = json.loads(asked.post_data or "{}")
        found = self.found(
            asked.method, path.removeprefix("/projects/grossstadt%2Fserviceportal"), body, parse_qs(address.query)
        )
        route.fulfill(
            json=found, status=200 if found is not None else 404, headers={"Access-Control-Allow-Origin": "*"}
        )

    def found(self, method: str, path: str, body: dict[str, Any], query: dict[str, list[str]]) -> Any:
        """What GitLab would answer; None for what it would not know."""
        wanted = set(query.get("labels", []))
        answers: dict[str, Callable[[], Any]] = {
            "POST graphql": lambda: self.repository(body["query"], body["variables"]),
            "GET /user": lambda: _ERIKA,
            "GET /users": lambda: [_ERIKA],
            "GET /repository/branches/main": lambda: {"commit": {"id": "f00d", "committed_date": _WHEN}},
            "POST /repository/commits": lambda: self.committed(body),
            "GET /merge_requests": lambda: [one for one in self.requests if wanted <= set(one["labels"])],
            "POST /merge_requests": lambda: self.opened(body),
            "PUT /merge_requests/1": lambda: self.moved(body),
        }
        return answers.get(f"{method} {path}", lambda: None)()

    def committed(self, body: dict[str, Any]) -> dict[str, Any]:
        """A commit on a branch."""
        files = {action["file_path"]: action["content"] for action in body["actions"]}
        self.branches.setdefault(body["branch"], {}).update(files)
        return {"id": "c0ffee", "committed_date": _WHEN}

    def moved(self, body: dict[str, Any]) -> dict[str, Any]:
        """The merge request with another label."""
        self.requests[0] |= {"title": body["title"], "labels": [body["add_labels"]]}
        return self.requests[0]

    def opened(self, body: dict[str, Any]) -> dict[str, Any]:
        """A merge request."""
        request = body | {"id": 11, "iid": 1, "sha": "c0ffee", "labels": [body["labels"]], "author": _ERIKA}
        self.requests.append(request | {"created_at": _WHEN, "updated_at": _WHEN, "web_url": f"{HOST}/1"})
        return self.requests[-1]

    def repository(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        """The part of the repository that a GraphQL query names."""
        files = {f"content/{path.relative_to(self.content).as_posix()}": path for path in self.content.rglob("*.*")}
        if "rootRef" in query:
            part: dict[str, Any] = {"rootRef": "main"}
        elif "lastCommit" in query:
            part = {"tree": {"lastCommit": {"sha": "f00d", "message": "Inhalte"}}}
        elif "blobs(after" in query:
            nodes = [{"type": "blob", "path": name, "sha": _sha(path)} for name, path in sorted(files.items())]
            part = {"tree": {"blobs": {"nodes": nodes, "pageInfo": {"endCursor": "", "hasNextPage": False}}}}
        else:
            texts = [{"path": name, "rawTextBlob": files[name].read_text("utf-8")} for name in variables["paths"]]
            part = {"blobs": {"nodes": texts}}
        return {"data": {"project": {"repository": part}}}


def _sha(path: Path) -> str:
    return hashlib.sha1(path.read_bytes(), usedforsecurity=False).hexdigest()
