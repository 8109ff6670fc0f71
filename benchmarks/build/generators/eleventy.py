"""Eleventy: the facts of a page are its data, lists are collections."""

from pathlib import Path

from benchmarks.build import shared, writing
from benchmarks.build.content import Entry, Portal


def write(portal: Portal, folder: Path) -> None:
    """The source of the portal as an Eleventy site."""
    shared.templates(folder / "_includes")
    writing.start("eleventy", folder)
    writing.as_json(folder / "_data" / "site.json", shared.site(portal))
    writing.as_json(folder / "_data" / "letters.json", portal.letters)
    content = folder / "content"
    for template, entry in shared.heads(portal).items():
        _page(content, entry, f"main-{template}.njk")
    for service in portal.services:
        writing.page(content / f"{service.url.strip('/')}.md", _facts(service, "main-service.njk"), service.body)
    for topic in portal.topics:
        _page(content, topic, "main-list.njk", kind="topics", key=topic.slug)
    for audience in portal.audiences:
        _page(content, audience, "main-list.njk", kind="audiences", key=audience.url)
    for office in portal.offices:
        _page(content, office, "main-office.njk", kind="offices", key=office.slug)
    for page in portal.pages:
        _page(content, page, "main.njk")


def _page(content: Path, entry: Entry, layout: str, **more: str) -> None:
    writing.page(content / entry.url.strip("/") / "index.md", _facts(entry, layout) | more, entry.body)


def _facts(entry: Entry, layout: str) -> dict[str, object]:
    return {"layout": layout, "entry": entry.facts}
