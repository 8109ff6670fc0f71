"""Stock Pelican: services are articles, topics are tags, offices are authors; no plugin of anybody."""

import json
from pathlib import Path

from benchmarks.build import shared, writing
from benchmarks.build.content import Entry, Portal


def write(portal: Portal, folder: Path) -> None:
    """The source of the portal as a Pelican site."""
    templates = folder / "theme" / "templates"
    shared.templates(templates)
    writing.start("pelican", folder)
    writing.as_json(
        folder / "portal.json", {"site": shared.site(portal), "heads": _heads(portal), "letters": portal.letters}
    )
    for service in portal.services:
        writing.text(folder / "content" / "leistungen" / f"{service.slug}.md", _article(service))
    for page in portal.pages:
        metadata = {"Title": page.facts["title"], "Slug": page.slug, "Description": page.facts["description"]}
        writing.text(folder / "content" / "pages" / f"{page.slug}.md", _metadata(metadata) + page.body)


def _heads(portal: Portal) -> dict[str, object]:
    """What Pelican's own records do not know of the pages that list services."""
    return {
        **{template: entry.facts | {"url": entry.url} for template, entry in shared.heads(portal).items()},
        "audiences": [entry.facts | {"url": entry.url} for entry in portal.audiences],
        "offices_by_slug": {office.slug: office.facts for office in portal.offices},
    }


def _article(service: Entry) -> str:
    facts = service.facts
    return (
        _metadata(
            {
                "Title": facts["title"],
                "Slug": service.slug,
                "Date": facts["reviewed_on"],
                "Category": "Leistungen",
                "Tags": ", ".join(facts["topics"]),
                "Authors": "; ".join(facts.get("offices", ())),
                "Weight": f"{facts['weight']:06}",
                "Summary": facts["summary"],
                "Provider": facts["provider"],
                "Badges": ", ".join(facts["badges"]),
                "Audience": " ".join(facts["audiences"]),
                "Facts": json.dumps(facts, ensure_ascii=False),
            }
        )
        + service.body
    )


def _metadata(values: dict[str, str]) -> str:
    """Pelican's own head of a Markdown file."""
    return "".join(f"{name}: {value}\n" for name, value in values.items() if value) + "\n"
