"""Wörter der Leute gehören zu ihrer Leistung: Wer die vieler anderer sammelt, verdrängt diese in der Suche."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.german import transliterate
from plugins.catalog.places import Problem
from plugins.catalog.records import Service

MOST = 8
"""From so many other services words may be borrowed; 4 are the most in the 287 services of Munich."""


def check(catalog: Catalog) -> Iterator[Problem]:
    """Services whose synonyms are titles or synonyms of many others; with few synonyms nobody can have taken many."""
    return among(catalog.services, [*filter(gathers, catalog.written)])


def among(services: Sequence[Service], gathering: Sequence[Service]) -> Iterator[Problem]:
    """The same of some that gather words, among all services."""
    wanted = {transliterate(word) for service in gathering for word in service.synonyms}
    owners = _owners(services, wanted) if wanted else defaultdict(set)
    for service in gathering:
        borrowed = {word: owners[transliterate(word)] - {service.slug} for word in service.synonyms}
        lenders = _lenders({word: slugs for word, slugs in borrowed.items() if slugs})
        if len(lenders) > MOST:
            some = ", ".join(f"„{word}“ ({slug})" for slug, word in list(lenders.items())[:3])
            yield problem(
                service,
                f"Die Wörter der Leute stammen aus {len(lenders)} anderen Leistungen: {some} …",
                hint="Lassen Sie nur die Wörter stehen, mit denen jemand genau diese Leistung sucht.",
                field="synonyms",
            )


def gathers(service: Service) -> bool:
    """True of one with so many synonyms that it may have taken those of many others."""
    return len(service.synonyms) > MOST


def _owners(services: Sequence[Service], wanted: Set[str]) -> defaultdict[str, set[str]]:
    """Which services have one of the wanted names, by its plain spelling."""
    words = [(word, service.slug) for service in services for word in (service.title, *service.synonyms)]
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for word, (_, slug) in zip(transliterate("\n".join(word for word, _ in words)).split("\n"), words, strict=True):
        if word in wanted:
            owners[word].add(slug)
    return owners


def _lenders(borrowed: Mapping[str, set[str]]) -> dict[str, str]:
    """As few services as have all these words, each with one of them; those that are alike share most of theirs."""
    lenders: dict[str, str] = {}
    left = dict(borrowed)
    while left:
        counts = Counter(slug for slugs in left.values() for slug in sorted(slugs))
        lender = counts.most_common(1)[0][0]
        lenders[lender] = next(word for word, slugs in left.items() if lender in slugs)
        left = {word: slugs for word, slugs in left.items() if lender not in slugs}
    return lenders
