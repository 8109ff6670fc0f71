"""A visit to a portal: its sitemap, so many of its pages, and the answers to all that was asked, each asked once."""

import secrets
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from urllib.parse import urljoin, urlsplit

from plugins.links.fetching import Answer
from plugins.probe import sitemap
from plugins.probe.asking import Asker, NoAnswerError, unpacked
from plugins.probe.html import Page, page

AT_ONCE = 4
_STEP = 50
"""How many answers are between two words on how far it is."""

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Seen:
    """An address with its answer, or with the reason in German why there is none; `end` is where redirects led."""

    address: str
    answer: Answer | None = None
    why: str = ""
    end: str = ""

    @property
    def status(self) -> int:
        """0 where there is no answer."""
        return self.answer.status if self.answer else 0

    @property
    def said(self) -> str:
        """What came, in a word."""
        return f"Status {self.status}" if self.answer else self.why

    def header(self, name: str) -> str:
        """One header of the answer; empty where there is none."""
        return self.answer.headers.get(name, "") if self.answer else ""

    @property
    def text(self) -> str:
        """The body as text."""
        return self.answer.body.decode("utf-8", "replace") if self.answer else ""


@dataclass
class Visit:
    """Everything that was seen of the portal at `url` (without a slash at its end), of at most `limit` pages."""

    url: str
    asker: Asker
    limit: int
    tell: Tell
    seen: dict[str, Seen] = field(default_factory=dict)

    def at(self, address: str) -> str:
        """`/themen/` as a full address."""
        return self.url + address

    def path(self, address: str) -> str:
        """A full address as one of the portal: `/themen/`."""
        return urlsplit(address.removeprefix(self.url)).path

    def is_ours(self, address: str) -> bool:
        """True for what lies within the portal."""
        return urlsplit(address)[:2] == urlsplit(self.url)[:2] and f"{address}/".startswith(f"{self.url}/")

    def get(self, address: str) -> Seen:
        """An address, asked once, with its redirects inside the host followed."""
        if address not in self.seen:
            self.seen[address] = self.fresh(address)
        return self.seen[address]

    def fresh(self, address: str) -> Seen:
        """An address asked now."""
        try:
            end, answer = self.asker.follow(address)
            return Seen(address, unpacked(answer), end=end)
        except NoAnswerError as error:
            return Seen(address, why=str(error))

    def all_of(self, addresses: Iterable[str], what: str) -> list[Seen]:
        """Many addresses, some at once, in their order."""
        wanted = list(dict.fromkeys(addresses))
        missing = [one for one in wanted if one not in self.seen]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for number, seen in enumerate(pool.map(self.fresh, missing), 1):
                self.seen[seen.address] = seen
                if number % _STEP == 0:
                    self.tell(f"{number} von {len(missing)} {what} …")
        return [self.seen[one] for one in wanted]

    @cached_property
    def home(self) -> Seen:
        """The start page."""
        return self.get(self.at("/"))

    @cached_property
    def missing(self) -> Seen:
        """An address that nobody has."""
        return self.get(self.at(f"/gibt-es-nicht-{secrets.token_hex(8)}/"))

    @cached_property
    def sitemap(self) -> sitemap.Sitemap:
        """What the sitemap lists."""
        return sitemap.read(self.at("/sitemap.xml"), self.get, self.is_ours)

    @cached_property
    def listed(self) -> list[Seen]:
        """The pages of the sitemap, as many as wanted, spread over all of it."""
        ours = [one for one in self.sitemap.addresses if self.is_ours(one)]
        spread = islice(ours, 0, None, max(1, -(-len(ours) // self.limit)))
        return self.all_of(spread, "Seiten")

    @cached_property
    def pages(self) -> dict[str, Page]:
        """The start page and the listed pages that are HTML, read."""
        found = (seen for seen in (self.home, *self.listed) if seen.status == 200)
        return {seen.address: page(seen.address, seen.text) for seen in found if "html" in seen.header("content-type")}

    @cached_property
    def linked(self) -> list[Seen]:
        """Where the read pages lead within the portal, as many as there may be pages."""
        links = (link for one in self.pages.values() for link in one.links if self.is_ours(link))
        return self.all_of(islice(dict.fromkeys(links), self.limit), "Links")

    @cached_property
    def resources(self) -> list[Seen]:
        """What the read pages load from this portal."""
        loaded = (one for found in self.pages.values() for one in found.resources if self.is_ours(one))
        return self.all_of(islice(dict.fromkeys(loaded), self.limit), "Dateien")

    def pages_with(self, link: str) -> Iterator[str]:
        """The read pages that lead to an address or load it."""
        return (one.address for one in self.pages.values() if link in one.links or link in one.resources)

    def beside(self, address: str, written: str) -> str:
        """An address that a file names, seen from that file."""
        return urljoin(address, written)
