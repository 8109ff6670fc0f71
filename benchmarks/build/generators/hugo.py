"""Hugo: sections, taxonomies and data files; everything that is equal on all pages is a cached partial."""

from pathlib import Path
from typing import Any

import yaml

from benchmarks.build import writing
from benchmarks.build.content import Entry, Portal


def write(portal: Portal, folder: Path) -> None:
    """The source of the portal as a Hugo site."""
    writing.start("hugo", folder)
    _settings(portal, folder / "hugo.yaml")
    writing.as_json(folder / "data" / "offices.json", portal.office_facts)
    writing.as_json(folder / "data" / "topics.json", portal.topic_facts)
    writing.as_json(folder / "data" / "letters.json", portal.letters)
    writing.as_json(folder / "data" / "area.json", portal.site["area"])
    _lists(portal, folder / "content")
    for service in portal.services:
        writing.page(folder / "content" / "leistungen" / f"{service.slug}.md", _service(service.facts), service.body)
    for page in portal.pages:
        writing.page(folder / "content" / f"{page.slug}.md", page.facts, page.body)


def _settings(portal: Portal, file: Path) -> None:
    settings = yaml.safe_load(file.read_text("utf-8"))
    own = {"baseURL": f"{portal.site['url']}/", "title": portal.site["title"], "params": portal.site}
    file.write_text(writing.as_yaml(settings | own), "utf-8")


def _service(facts: dict[str, Any]) -> dict[str, Any]:
    """The lists a service belongs to are terms of Hugo's taxonomies."""
    lists = {"topics": "themen", "offices": "stellen", "audiences": "zielgruppen"}
    named = {lists.get(name, name): value for name, value in facts.items()}
    return named | {"zielgruppen": [url.strip("/") for url in facts["audiences"]]}


def _lists(portal: Portal, content: Path) -> None:
    writing.page(content / "_index.md", {"title": portal.site["title"], "head": portal.site["title"]})
    heads = {"leistungen": "Leistungen von A bis Z", "themen": "Themen und Lebenslagen", "stellen": "Stellen"}
    for section, title in heads.items():
        writing.page(
            content / section / "_index.md", {"title": title, "description": f"{title}: {portal.site['name']}"}
        )
    for topic in portal.topics:
        _term(content / "themen", topic)
    for audience in portal.audiences:
        _term(content / "zielgruppen", audience, url=audience.url)
    for office in portal.offices:
        _term(content / "stellen", office, office=office.slug)


def _term(folder: Path, entry: Entry, **more: str) -> None:
    writing.page(folder / entry.slug / "_index.md", {**entry.facts, **more})
