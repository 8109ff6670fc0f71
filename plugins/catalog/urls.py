"""Every address of a portal. All begin and end with a slash; `root` is the folder the portal lives in on its server."""

import re

from plugins.catalog.records import Language

HOME = "/"
SERVICES = "/leistungen/"
TOPICS = "/themen/"
OFFICES = "/stellen/"
FORMS = "/formulare/"
SEARCH = "/suche/"
DATA = "/daten/"
CITIZENS = "/buergerinnen-und-buerger/"
BUSINESSES = "/unternehmen/"
LETTERS = "/a-z/"
PATTERNS = "/muster/"
ADMIN = "/admin/"
NOT_FOUND = "/404.html"

RESERVED = frozenset(
    {
        *("leistungen", "themen", "stellen", "formulare", "suche", "muster", "buergerinnen-und-buerger", "unternehmen"),
        *("a-z", "assets", "admin", "api", "daten", "feeds", "404", "media", "sitemaps"),
    }
)
"""First path segments that no page of prose may take."""

LANGUAGES = frozenset(str(language) for language in Language if language is not Language.GERMAN)
"""Last path segments of pages in other languages."""

NO_NAMES = LANGUAGES | {"index"}
"""Last path segments that no name may take: servers answer `/themen/index` as `/themen/`."""


def in_language(address: str, language: Language) -> str:
    """The same page in a language: `/themen/`, `/themen/en/`."""
    return address if language is Language.GERMAN else f"{address}{language}/"


def service(slug: str, language: Language = Language.GERMAN) -> str:
    """`/leistungen/hund-anmelden/`, other languages below it: `/leistungen/hund-anmelden/en/`."""
    return in_language(f"{SERVICES}{slug}/", language)


def is_service(address: str) -> bool:
    """True for what a service of ours may have had as its German address: `/leistungen/hund-anmelden/`."""
    return address.startswith(SERVICES) and address.rstrip("/").count("/") == 2 and address.endswith("/")


def topic(slug: str) -> str:
    """`/themen/tiere/`."""
    return f"{TOPICS}{slug}/"


def office(slug: str) -> str:
    """`/stellen/buergerbuero/`."""
    return f"{OFFICES}{slug}/"


def page(slug: str) -> str:
    """`/impressum/`."""
    return f"/{slug}/"


def at_portal(address: str, portal_url: str) -> str:
    """The same page in another portal: `https://service.rurheim.example/leistungen/hund-anmelden/`."""
    return portal_url.rstrip("/") + address


def file_of(address: str) -> str:
    """The file that answers an address: `/leistungen/` → `leistungen/index.html`."""
    path = address.lstrip("/")
    return f"{path}index.html" if path.endswith("/") or not path else path


def page_at(former: str) -> str | None:
    """The page that answers a former address on any server: `/dienstleistung/42/show` → `/dienstleistung/42/show/`.

    None where no file can: a query, an escaped letter, a program's name (`index.php`).
    """
    last = former.rpartition("/")[2]
    if set(former) & set("?%") or re.search(r"\.(?!html?$)", last):
        return None
    return f"{former}/" if last and "." not in last else former.removesuffix("index.html")


def key_of(former: str) -> str:
    """What two spellings of one address share: servers need not tell `/A`, `/a/` and `/a/index.html` apart."""
    return (page_at(former) or former).casefold()
