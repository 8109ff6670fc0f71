"""What every page of a portal refers to: the municipality, its area, its offices. Made once for a portal."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any, TypeVar

from plugins.catalog import addresses, urls
from plugins.catalog.published import Published
from plugins.catalog.records import Municipality, Office
from plugins.catalog.records.office import PostalAddress
from plugins.metadata.schema_org import hours
from plugins.metadata.schema_org.nodes import Node, node, reference

T = TypeVar("T")

ORGANIZATION, AREA, SITE = f"{urls.HOME}#ort", f"{urls.HOME}#gebiet", f"{urls.HOME}#portal"
"""Where the home page of a portal describes its municipality, the area of it, and the portal itself."""


class Site(Published):
    """One portal as its graph describes it.

    Without a public address, in local work, addresses begin at the root: a browser and JSON-LD read them against the
    address of the page.
    """

    def last_change(self, paths: Iterable[str]) -> str | None:
        """When one of these files last changed, as git has it."""
        commit = self.history.latest(paths)
        return commit.at.isoformat() if commit else None

    @cached_property
    def known(self) -> dict[Any, Any]:
        """What was made for one page and stands in others too, by what it is made of."""
        return {}

    def once(self, make: Callable[..., T], *values: Any) -> T:
        """What a function makes of the site and these values, made for the first page that asks."""
        key = (make, *values)
        if key not in self.known:
            self.known[key] = make(self, *values)
        found: T = self.known[key]
        return found

    @cached_property
    def website(self) -> Node:
        """The portal as a whole, with the address of its search."""
        search = node(
            "SearchAction",
            target=node("EntryPoint", urlTemplate=self.at(f"{urls.SEARCH}?q={{search_term_string}}")),
            **{"query-input": "required name=search_term_string"},
        )
        publisher = reference(self.municipality)
        return node(
            "WebSite",
            self.at(SITE),
            name=f"Serviceportal {self.directory.municipality.name}",
            url=self.at(urls.HOME),
            publisher=publisher,
            potentialAction=search,
        )

    @cached_property
    def municipality(self) -> Node:
        """The operator of the portal."""
        here = self.directory.municipality
        return node(
            "GovernmentOrganization",
            self.at(ORGANIZATION),
            name=here.name,
            alternateName=here.short_name,
            url=here.website,
            telephone=addresses.international(here.phone),
            email=here.email,
            address=postal_address(here.address),
            areaServed=reference(self.area),
        )

    @cached_property
    def area(self) -> Node:
        """Where the municipality is competent."""
        here = self.directory.municipality
        return node(
            "AdministrativeArea",
            self.at(AREA),
            name=here.name,
            identifier=[_key("ARS", here.ars), _key("AGS", here.ags)],
            containedInPlace=self._around(here),
        )

    def _around(self, here: Municipality) -> Node:
        kreis = self.catalog.municipalities.get(here.part_of or "")
        if kreis is None:
            return node("State", name=here.state)
        return node("AdministrativeArea", name=kreis.name, identifier=_key("ARS", kreis.ars))

    def named(self, municipality: Municipality) -> Node:
        """A municipality by its name; its own portal tells more."""
        if municipality == self.directory.municipality:
            return node("GovernmentOrganization", self.at(ORGANIZATION), name=municipality.name)
        address = urls.at_portal(ORGANIZATION, municipality.portal_url)
        return node("GovernmentOrganization", address, name=municipality.name)

    @cached_property
    def offices(self) -> Mapping[str, Node]:
        """The offices with a page in this portal, by their role."""
        at = self.at
        return {one.slug: self._office(one, at(urls.office(one.slug))) for one in self.directory.offices}

    def place(self, office: Office) -> Node:
        """An office to go to: by its address where it has a page here, else with all that is known of it."""
        known = self.offices.get(office.slug)
        return reference(known) if known else self._office(office)

    def _office(self, office: Office, page: str = "") -> Node:
        operator = self.catalog.municipalities.get(office.municipality)
        return node(
            "GovernmentOffice",
            f"{page}#stelle" if page else "",
            name=office.name,
            description=office.description,
            url=page,
            sameAs=self.working(office.website),
            telephone=addresses.international(office.phone) if office.phone else None,
            email=office.email,
            address=postal_address(office.address) if office.address else None,
            openingHoursSpecification=hours.specifications(office.opening_hours),
            amenityFeature=_access(office),
            parentOrganization=self.named(operator) if operator else None,
        )


def postal_address(address: PostalAddress) -> Node:
    """A street address in Germany."""
    return node(
        "PostalAddress",
        streetAddress=address.street,
        postalCode=address.postal_code,
        addressLocality=address.city,
        addressCountry="DE",
    )


def _access(office: Office) -> Node | None:
    found = office.accessibility
    return node("LocationFeatureSpecification", name="Barrierefreiheit", value=found) if found else None


def _key(name: str, value: str) -> Node:
    return node("PropertyValue", propertyID=name, value=value)
