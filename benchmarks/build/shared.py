"""What the generators with templates in the manner of Jinja share: the templates, and what every page knows."""

import shutil
from pathlib import Path
from typing import Any

from benchmarks.build.content import Entry, Portal
from benchmarks.build.writing import SITES

HEADS = {
    "leistungen": ("a-z", "Leistungen von A bis Z"),
    "themen": ("topics", "Themen und Lebenslagen"),
    "stellen": ("offices", "Stellen"),
}
"""The pages that list everything: section → template and title."""


def templates(folder: Path) -> None:
    """The common templates beside those of the generator."""
    shutil.copytree(SITES / "jinja", folder, dirs_exist_ok=True)


def site(portal: Portal) -> dict[str, Any]:
    """What every page knows."""
    return {
        **portal.site,
        "offices": portal.office_facts,
        "topics": portal.topic_facts,
        "tiles": sorted(portal.topic_facts.values(), key=lambda topic: str(topic["title"])),
        "office_list": [{"title": office.facts["title"], "url": office.url} for office in portal.offices],
    }


def heads(portal: Portal) -> dict[str, Entry]:
    """The home page and the pages that list everything, by their templates."""
    town = portal.site["name"]
    home = {"title": portal.site["title"], "head": portal.site["title"], "description": town}
    found = {"home": Entry("/", home)}
    for section, (template, title) in HEADS.items():
        found[template] = Entry(f"/{section}/", {"title": title, "description": f"{title}: {town}"})
    return found
