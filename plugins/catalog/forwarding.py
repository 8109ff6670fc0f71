"""What stands at addresses whose page has moved or is gone: one fact for pages, for web servers and for the check."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import addresses, targets, urls
from plugins.catalog.presence import Presence
from plugins.catalog.records import Language, Service, Tombstone, Translation

_IN_LANGUAGES = (urls.SERVICES, urls.TOPICS, urls.OFFICES)
"""Below these an address stands for its pages in other languages too."""


@dataclass(frozen=True, slots=True)
class Forwarding:
    """An old address and the page it leads to, ours or another portal's; `target` is empty where there is none.

    `language` is that of the page at the old address, `title` that of the target. A tombstone says why it is gone.
    """

    address: str
    target: str
    title: str
    language: Language = Language.GERMAN
    tombstone: Tombstone | None = None

    @property
    def is_gone(self) -> bool:
        """True where the page is gone for good: a server answers 410, with the page that says what to do instead."""
        return self.tombstone is not None

    @property
    def is_only_german(self) -> bool:
        """True where a text in another language is gone and its page in German stands where it stood."""
        return self.address != self.target and german(self.address) == self.target

    @property
    def page(self) -> str | None:
        """The page that says so on any server; None where only a server's own rule can answer the address."""
        return urls.page_at(self.address)


def forwardings(presence: Presence) -> tuple[Forwarding, ...]:
    """All of a portal, each address once, none at which a page stands."""
    taken = set(presence.pages)
    found = []
    for one in (*_moved(presence), *_implied(presence), *_gone(presence)):
        key = urls.key_of(one.address)
        if key not in taken:
            taken.add(key)
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.address))


def answered(presence: Presence) -> frozenset[str]:
    """The key of every address that the portal answers: with a page, by leading on, or by saying that it is gone."""
    return presence.pages | {urls.key_of(one.address) for one in forwardings(presence)}


def with_languages(address: str) -> tuple[str, ...]:
    """An address and those of its page in other languages, where it is one that has them."""
    has = address.startswith(_IN_LANGUAGES) and address.endswith("/") and not _is_translated(address)
    return tuple(urls.in_language(address, language) for language in Language) if has else (address,)


def german(address: str) -> str:
    """The address of the German page: `/themen/tiere/en/` → `/themen/tiere/`."""
    return address.rpartition("/")[0].rpartition("/")[0] + "/" if _is_translated(address) else address


def _is_translated(address: str) -> bool:
    return address.endswith(tuple(f"/{language}/" for language in urls.LANGUAGES))


def _moved(presence: Presence) -> Iterator[Forwarding]:
    """What is written as a former address of a service."""
    for service in presence.services.values():
        for former in service.former_urls:
            yield Forwarding(former, urls.service(service.slug), service.title)


def _implied(presence: Presence) -> Iterator[Forwarding]:
    """Other languages: of former addresses where there is or was a page, and of texts that are no longer there."""
    spoken = {german(address) for address in presence.registered if _is_translated(address)}
    for service in presence.services.values():
        texts = presence.translations.get(service.slug, {})
        every = (urls.service(service.slug), *service.former_urls)
        for former in every if texts else filter(spoken.__contains__, every):
            for address, language in zip(with_languages(former), Language, strict=False):
                if language in texts or address in presence.registered:
                    yield _spoken(address, language, texts.get(language) or service)


def _spoken(address: str, language: Language, text: Service | Translation) -> Forwarding:
    spoken = text.language if isinstance(text, Translation) else Language.GERMAN
    return Forwarding(address, urls.service(text.slug, spoken), text.title, language)


def _gone(presence: Presence) -> Iterator[Forwarding]:
    """What is written on tombstones, those of the municipality before the shared ones."""
    places = (presence.municipality.slug, "")
    stones = [one for one in presence.catalog.all(Tombstone) if one.municipality in places]
    for stone in sorted(stones, key=lambda one: (not one.municipality, one.slug)):
        target, title = _successor(presence, stone)
        for address in stone.addresses:
            for spoken, language in zip(with_languages(address), Language, strict=False):
                yield Forwarding(spoken, _in_language(presence, target, language), title, language, stone)


def _successor(presence: Presence, stone: Tombstone) -> tuple[str, str]:
    """Where a tombstone leads in this portal, and what is there; nowhere where the portal has no such page."""
    written = stone.successor or ""
    if written in presence.titles:
        return written, presence.titles[written]
    catalog, named = presence.catalog, addresses.named_target(written)
    portal = targets.portal_with(catalog, named[0]) if named else None
    address = targets.resolved(catalog, written, presence.municipality.ars)
    return (address, portal.title) if portal and address and not catalog.out_of_order(address) else ("", "")


def _in_language(presence: Presence, target: str, language: Language) -> str:
    """The successor in the language of the tombstone, where there is such a page."""
    spoken = urls.in_language(target, language)
    return spoken if target.startswith((urls.TOPICS, urls.OFFICES)) or spoken in presence.pages else target
