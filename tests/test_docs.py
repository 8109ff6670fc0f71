"""What is documented is true: generated pages are current, links lead somewhere, commands exist."""

import re
import subprocess
from pathlib import Path

import pytest

from plugins.catalog.reference import fields_page

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def test_the_field_reference_is_current() -> None:
    assert (ROOT / "docs/redaktion/felder.md").read_text("utf-8") == fields_page()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(page: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)#]+)", prose)
    local = [target for target in targets if not target.startswith(("https://", "/"))]
    assert [target for target in local if not (page.parent / target).exists()] == []


def test_each_picture_of_the_handbook_is_shown_and_small() -> None:
    handbook = ROOT / "docs/redaktion"
    text = "".join(page.read_text("utf-8") for page in handbook.glob("*.md"))
    shown = set(re.findall(r"\]\((bilder/[^)]+)", text))
    kept = {file.relative_to(handbook).as_posix(): file.stat().st_size for file in handbook.glob("bilder/*")}
    assert shown == kept.keys()
    assert max(kept.values()) <= 60_000


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_commands_in_the_documentation_exist(page: Path) -> None:
    commands = set(re.findall(r"(?:^|`)make ([a-z][a-z-]*)", page.read_text("utf-8"), re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert commands - targets == set()


def test_bare_make_lists_every_public_command() -> None:
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    public = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert public is not None
    assert [command for command in public[1].split() if f"make {command} " not in listed] == []
