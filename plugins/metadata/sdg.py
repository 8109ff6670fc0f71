"""The tags by which the EU's Single Digital Gateway finds a page: the Commission's guide for web pages."""

from plugins.catalog.offer import Offer
from plugins.catalog.policies import policies


def tags(offer: Offer) -> tuple[tuple[str, str], ...]:
    """Name and content of each tag; none for a service without codes. Several values are joined by a semicolon."""
    known = [policies()[code] for code in offer.service.sdg]
    if not known:
        return ()
    return (
        ("sdg-tag", "sdg"),
        ("DC.ISO3166", "DE"),
        ("DC.Location", offer.municipalities[0].ags),
        ("DC.Service", ";".join(_services(offer))),
        ("policy-code", ";".join(policy.code for policy in known)),
        ("DC.Policy", ";".join(policy.policy for policy in known)),
    )


def _services(offer: Offer) -> tuple[str, ...]:
    """Every page informs; it is a procedure where one can begin. Assistance services are none of ours."""
    return ("information", "procedure") if offer.forms or offer.is_online else ("information",)
