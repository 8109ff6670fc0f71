"""MkDocs: a page per file; it knows no lists, so these stand in the front matter of their pages."""

from collections.abc import Mapping
from pathlib import Path

import yaml

from benchmarks.build import shared, writing
from benchmarks.build.content import Entry, Portal
from benchmarks.build.facts import Facts


def write(portal: Portal, folder: Path) -> None:
    """The source of the portal as a MkDocs site."""
    shared.templates(folder / "theme")
    writing.start("mkdocs", folder)
    _settings(portal, folder / "mkdocs.yml")
    docs, services = folder / "docs", {service.slug: service for service in portal.services}
    for template, entry in shared.heads(portal).items():
        letters = {"letters": portal.letters} if template == "a-z" else {}
        _page(docs, entry, f"main-{template}.html", **letters)
    for service in portal.services:
        _page(docs, service, "main-service.html")
    for entry in (*portal.topics, *portal.audiences):
        _page(docs, entry, "main-list.html", listed=_listed(entry, services))
    for office in portal.offices:
        _page(docs, office, "main-office.html", office=office.slug, listed=_listed(office, services))
    for page in portal.pages:
        _page(docs, page, "main.html")


def _settings(portal: Portal, file: Path) -> None:
    settings = yaml.safe_load(file.read_text("utf-8"))
    own = {"site_name": portal.site["title"], "site_url": f"{portal.site['url']}/"}
    file.write_text(writing.as_yaml(own | settings | {"extra": {"portal": shared.site(portal)}}), "utf-8")


def _page(docs: Path, entry: Entry, template: str, **more: object) -> None:
    place = f"{entry.url.strip('/')}/index.md" if template != "main-service.html" else f"{entry.url.strip('/')}.md"
    writing.page(docs / place.lstrip("/"), {"template": template, **entry.facts, **more}, entry.body)


def _listed(entry: Entry, services: Mapping[str, Entry]) -> list[Facts]:
    """What a list says of its services."""
    shown = (services[slug] for slug in entry.services)
    return [
        {"url": one.url, **{key: one.facts[key] for key in ("title", "summary", "badges", "provider")}} for one in shown
    ]
