"""The jobs of both forges, as far as they can be proved here: what they may do, and that what they call exists."""

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github/workflows/content.yml"
GITLAB = ROOT / ".gitlab-ci.yml"


def job_of_gitlab() -> Any:
    return yaml.safe_load(GITLAB.read_text("utf-8"))["content-review"]


def jobs_of_github() -> Any:
    return yaml.safe_load(GITHUB.read_text("utf-8"))["jobs"]


def test_the_commands_of_both_jobs_exist() -> None:
    called = re.findall(r"\bmake ([a-z-]+)", re.sub(r"#.*", "", GITHUB.read_text("utf-8") + GITLAB.read_text("utf-8")))
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(called) == {"setup", "review"}
    assert set(called) <= set(targets)


def test_the_job_that_sees_the_request_may_only_read() -> None:
    assert yaml.safe_load(GITHUB.read_text("utf-8"))["permissions"] == {}
    assert jobs_of_github()["review"]["permissions"] == {"contents": "read", "pull-requests": "read"}


def test_the_job_that_may_write_checks_out_the_base_and_builds_nothing() -> None:
    steps = jobs_of_github()["comment"]["steps"]
    assert [step["with"]["ref"] for step in steps if "checkout" in step.get("uses", "")] == [
        "${{ github.event.pull_request.base.ref }}"
    ]
    assert [step["run"] for step in steps if "run" in step] == [
        "python3 -m plugins.review.forge comment output/review/comment.md"
    ]


def test_no_secret_is_named_and_no_step_keeps_the_token() -> None:
    text = GITHUB.read_text("utf-8")
    assert "secrets." not in text
    assert text.count("persist-credentials: false") == text.count("uses: actions/checkout@")


def test_text_of_a_request_is_in_no_command_line() -> None:
    commands = [step.get("run", "") for job in jobs_of_github().values() for step in job["steps"]]
    assert [command for command in commands if "${{" in command] == []


def test_every_action_is_pinned_by_its_digest() -> None:
    used = re.findall(r"uses: (\S+)", GITHUB.read_text("utf-8"))
    assert [name for name in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", name)] == []


def test_gitlab_forgets_its_token_before_content_is_read() -> None:
    script = job_of_gitlab()["script"]
    assert script.index("unset REVIEW_TOKEN") < script.index("make setup") < script.index("make review BASE=HEAD")


def test_gitlab_shows_the_reports_that_are_written() -> None:
    reports = job_of_gitlab()["artifacts"]["reports"]
    assert reports == {"codequality": "output/review/codequality.json", "junit": "output/review/junit.xml"}
