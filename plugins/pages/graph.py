"""The graph of each page for machines: which nodes belong on which kind of page."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, groupby
from operator import itemgetter

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup
from pydantic_core import to_json

from plugins.catalog import urls
from plugins.catalog.records import Office, Service
from plugins.catalog.records.base import Record
from plugins.catalog.records.service import Texts
from plugins.interface.escaping import markup
from plugins.interface.speech import speech
from plugins.metadata.schema_org import texts
from plugins.metadata.schema_org.nodes import Node, document, reference
from plugins.metadata.schema_org.page import asked, web_page
from plugins.metadata.schema_org.service import Told
from plugins.metadata.schema_org.site import Site
from plugins.pages.view import View

_SIGNPOSTS = frozenset({"404", "moved", "former_town", "tombstone"})
_LISTS = frozenset({"topics", "topic", "a-z", "offices", "forms"})


@dataclass(frozen=True)
class Graphs:
    """The graphs of a portal as they stand in its pages; what many pages show is written once."""

    site: Site

    def of(self, view: View) -> Markup:
        """The graph of a page as JSON, of which no text ends the element it stands in; empty where there is none."""
        found = graph(self.site, view)
        if found is None:
            return Markup()
        pieces = (self._pieces(*run) for run in groupby(found["@graph"], key=self._is_shared))
        return markup(f"{_BEFORE}{','.join(pieces)}{_BEHIND}")  # no text ends the element

    def _pieces(self, is_shared: bool, nodes: Iterator[Node]) -> str:
        return ",".join([self._shared[id(node)] for node in nodes]) if is_shared else written([*nodes])[1:-1]

    def _is_shared(self, node: Node) -> bool:
        return id(node) in self._shared

    @cached_property
    def _shared(self) -> Mapping[int, str]:
        """The area and the offices: the site holds each of them once."""
        return {id(node): written(node) for node in (self.site.area, *self.site.offices.values())}


def written(node: Node | list[Node]) -> str:
    """JSON of nodes, of which no text ends the element it stands in."""
    return str(htmlsafe_json_dumps(node, dumps=_json))


def _json(node: Node) -> str:
    return to_json(node).decode()


_BEFORE, _, _BEHIND = written(document(())).partition("[]")
_BEFORE, _BEHIND = f"{_BEFORE}[", f"]{_BEHIND}"


def graph(site: Site, view: View) -> Node | None:
    """What machines read about a page; nothing about a page that only leads on, or is not there."""
    if view.template in _SIGNPOSTS:
        return None
    return document(_KINDS.get(view.template, _plain)(site, view))


def _plain(site: Site, view: View) -> list[Node]:
    kind = "CollectionPage" if view.template in _LISTS else "WebPage"
    return web_page(site, view, kind, ())


def _home(site: Site, view: View) -> list[Node]:
    about = reference(site.municipality)
    return [*web_page(site, view, "WebPage", (), about=about), site.website, site.municipality, site.area]


def _search(site: Site, view: View) -> list[Node]:
    return web_page(site, view, "SearchResultsPage", ())


def _office(site: Site, view: View) -> list[Node]:
    office: Office = view.values["office"]
    described = site.offices[office.slug]
    return [*web_page(site, view, "WebPage", _files(office), mainEntity=reference(described)), described]


def _prose(site: Site, view: View) -> list[Node]:
    written = (page for page in site.directory.pages if urls.page(page.slug) == view.url)
    page = web_page(site, view, "WebPage", _files(*written))
    return [*page, *asked(site, view, texts.questions((view.values["text"],)))]


def _service(site: Site, view: View) -> list[Node]:
    told = Told(site, view.values["offer"], view.values["text"], view.language, speech(view.language).gettext)
    service: Service = told.offer.service
    owner = site.offices.get(service.owner)
    page = web_page(
        site,
        view,
        "WebPage",
        chain(told.offer.files, _files(told.text, *told.offer.offices)),
        mainEntity=reference(told.node),
        lastReviewed=service.reviewed_on.isoformat(),
        reviewedBy=reference(owner) if owner else None,
        expires=service.valid_until.isoformat() if service.valid_until else None,
    )
    return [*page, told.node, *told.around, *asked(site, view, texts.questions(_sections(told.text)))]


def _sections(text: Texts) -> tuple[str, ...]:
    return tuple([value for value in _VALUES(text.__dict__) if type(value) is str])


def _files(*records: Record) -> Iterator[str]:
    """The files that the values of records stand in."""
    return (path for record in records for path in record.origin.files)


_VALUES = itemgetter(*Texts.model_fields)

_KINDS: dict[str, Callable[[Site, View], list[Node]]] = {
    "home": _home,
    "search": _search,
    "office": _office,
    "page": _prose,
    "service": _service,
}
