"""`python -m plugins.review.forge author | approvals | comment FILE`: what a job asks of its forge, and tells it.

Nothing but the standard library, so that the job that may write comments installs and builds nothing. Everything comes
from the variables that GitHub Actions or GitLab CI set; on GitLab the token is `REVIEW_TOKEN`.
"""

import json
import os
import sys
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = "<!-- fundstelle-review -->"
"""By this the job finds its comment again."""

_PAGE = 100


@dataclass(frozen=True, slots=True)
class Api:
    """Where a forge answers, and how one shows who asks."""

    address: str
    headers: Mapping[str, str]

    def ask(self, path: str, verb: str = "GET", body: Mapping[str, str] | None = None) -> Any:
        """The answer of the forge; raises `urllib.error.HTTPError` when it refuses."""
        data = None if body is None else json.dumps(body).encode()
        headers = {**self.headers, "Content-Type": "application/json", "User-Agent": "Fundstelle"}
        request = urllib.request.Request(self.address + path, data, headers, method=verb)  # noqa: S310 (the forge's own)
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return json.load(answer)

    def all(self, path: str) -> Iterator[Any]:
        """Every entry of a list, page by page."""
        number = 1
        while entries := self.ask(f"{path}?per_page={_PAGE}&page={number}"):
            yield from entries
            if len(entries) < _PAGE:
                return
            number += 1


@dataclass(frozen=True, slots=True)
class GitHub:
    """A pull request, as the event of the workflow describes it."""

    api: Api
    request: Mapping[str, Any]

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "GitHub":
        """From the variables of a workflow."""
        event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text("utf-8"))
        address = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}"
        return cls(Api(address, {"Authorization": f"Bearer {environment['GITHUB_TOKEN']}"}), event["pull_request"])

    def author(self) -> str:
        """Whose pull request it is."""
        return str(self.request["user"]["login"])

    def approvals(self) -> list[str]:
        """Who has approved the newest commit and has not taken it back."""
        last: dict[str, bool] = {}
        for one in self.api.all(f"/pulls/{self.request['number']}/reviews"):
            if one["user"] and one["state"] != "COMMENTED":
                last[one["user"]["login"]] = (
                    one["state"] == "APPROVED" and one["commit_id"] == self.request["head"]["sha"]
                )
        return sorted(login for login, approves in last.items() if approves)

    def comment(self, text: str) -> None:
        """Write the comment, or write it anew; a comment of anybody else stays, whatever it begins with."""
        path = f"/issues/{self.request['number']}/comments"
        ours = (one for one in self.api.all(path) if one["user"] and one["user"]["login"] == "github-actions[bot]")
        known = next((one["id"] for one in ours if one["body"].startswith(MARK)), None)
        if known is None:
            self.api.ask(path, "POST", {"body": text})
        else:
            self.api.ask(f"/issues/comments/{known}", "PATCH", {"body": text})


@dataclass(frozen=True, slots=True)
class GitLab:
    """A merge request, by its path in the API; the token belongs to a bot of the project."""

    api: Api
    path: str

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> "GitLab":
        """From the variables of a pipeline."""
        api = Api(environment["CI_API_V4_URL"], {"PRIVATE-TOKEN": environment["REVIEW_TOKEN"]})
        project, number = environment["CI_MERGE_REQUEST_PROJECT_ID"], environment["CI_MERGE_REQUEST_IID"]
        return cls(api, f"/projects/{project}/merge_requests/{number}")

    def author(self) -> str:
        """Whose merge request it is."""
        return str(self.api.ask(self.path)["author"]["username"])

    def approvals(self) -> list[str]:
        """Who has approved it and has not taken it back."""
        return sorted(one["user"]["username"] for one in self.api.ask(f"{self.path}/approvals")["approved_by"])

    def comment(self, text: str) -> None:
        """Write the comment, or write it anew; a comment of anybody else stays, whatever it begins with."""
        me = self.api.ask("/user")["username"]
        ours = (one for one in self.api.all(f"{self.path}/notes") if one["author"]["username"] == me)
        known = next((one["id"] for one in ours if one["body"].startswith(MARK)), None)
        if known is None:
            self.api.ask(f"{self.path}/notes", "POST", {"body": text})
        else:
            self.api.ask(f"{self.path}/notes/{known}", "PUT", {"body": text})


def forge(environment: Mapping[str, str]) -> GitHub | GitLab:
    """The forge that this job runs on."""
    return GitHub.of(environment) if "GITHUB_EVENT_PATH" in environment else GitLab.of(environment)


def main(arguments: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run one command."""
    here = forge(environment)
    match arguments:
        case ["author"]:
            print(here.author())
        case ["approvals"]:
            print(" ".join(here.approvals()))
        case ["comment", file]:
            here.comment(Path(file).read_text("utf-8"))
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:], os.environ)
