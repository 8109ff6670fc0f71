"""The Markdown twin of a service page: the same facts and words, for assistants and others that read plain text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plugins.catalog import labels, urls
from plugins.catalog.directory import Offer, WayIn
from plugins.catalog.markdown import escaped
from plugins.catalog.published import Published
from plugins.catalog.records import Office, Service, Translation
from plugins.exports import words
from plugins.exports.export import File
from plugins.exports.texts import absolute
from plugins.interface.speech import Speech, speech

_PARTS = {
    "full_text": "Worum es geht",
    "documents": "Was Sie brauchen",
    "requirements": "Voraussetzungen",
    "steps": "Schritt für Schritt",
    "costs": "Was es kostet",
    "deadlines": "Fristen",
    "processing_time": "Wie lange es dauert",
    "contact": "Wer zuständig ist",
    "form_notes": "Formulare",
    "legal_notes": "Rechtsgrundlagen",
    "remedy": "Wenn Sie nicht einverstanden sind",
    "notes": "Hinweise",
    "further": "Mehr dazu",
}
"""The texts in the order of the page, under its headings."""


def address(page: str) -> str:
    """Where the twin of a page is, as llmstxt.org proposes: `/leistungen/hund-anmelden/index.html.md`."""
    return f"{page}index.html.md"


def files(published: Published) -> Iterator[File]:
    """One twin for every service in every language it has."""
    for offer in published.directory.offers:
        for language, text in offer.texts.items():
            blocks = filter(None, _Twin(published, offer, text, speech(language)).blocks())
            path = address(urls.service(offer.slug, language)).lstrip("/")
            yield File(path, iter(["\n\n".join(blocks).encode() + b"\n"]))


def link(title: str, url: str | None) -> str:
    """A link in Markdown, whatever the words and the address contain; without an address the words alone."""
    return f"[{escaped(title)}]({url.replace('(', '%28').replace(')', '%29')})" if url else escaped(title)


@dataclass(frozen=True, slots=True)
class _Twin:
    """A service in one language; the methods are the parts of its page, some of them empty."""

    published: Published
    offer: Offer
    text: Service | Translation
    spoken: Speech

    def blocks(self) -> Iterator[str]:
        """Everything from top to bottom."""
        service, gettext = self.offer.service, self.spoken.gettext
        yield f"# {escaped(self.text.title)}"
        yield gettext("Amtlich: %(name)s", name=escaped(service.official_name)) if service.official_name else ""
        yield escaped(self.text.summary)
        if service.valid_until:
            yield gettext("Diese Leistung gibt es bis zum %(day)s.", day=self.spoken.day(service.valid_until))
        yield from self.towns() if self.offer.towns else self.ways()
        for field, heading in _PARTS.items():
            if said := "\n\n".join(filter(None, (*self.facts(field), self.prose(field)))):
                yield _heading(gettext(heading), said)
        yield "---"
        yield " ".join(self.foot())

    def prose(self, field: str) -> str:
        """A text of an editor."""
        return absolute(getattr(self.text, field), self.published.around)

    def facts(self, field: str) -> Iterator[str]:
        """What the page knows beside a text."""
        if field == "costs":
            yield _list(escaped(words.fee(fee, self.spoken)) for fee in self.offer.service.fees)
        if field == "contact":
            yield self.prose("competent_office")
            yield from map(self.office, self.offer.offices)
        if field == "form_notes":
            yield _list(link(one.form.title, self.published.working(one.url)) for one in self.offer.forms)
        if field == "legal_notes":
            yield _list(link(norm.text, self.published.working(norm.url)) for norm in self.offer.norms)

    def ways(self) -> Iterator[str]:
        """What one can do now, best first."""
        gettext = self.spoken.gettext
        yield _heading(gettext("So erledigen Sie es"))
        yield " ".join((gettext("Zuständig:"), escaped(gettext(self.offer.provider))))
        yield "\n".join(f"{number}. {self.way(way)}" for number, way in enumerate(self.offer.ways_in, 1))

    def way(self, way: WayIn) -> str:
        """One way in a few sentences."""
        return " ".join(said if said.endswith((".", "!", "?")) else f"{said}." for said in self.about(way))

    def about(self, way: WayIn) -> Iterator[str]:
        """Where a way leads, who carries on, what to choose, what it needs."""
        gettext, office = self.spoken.gettext, way.office
        yield link(way.label or gettext(labels.ACTIONS[way.kind]), way.url)
        if way.portal:
            told = {"portal": escaped(way.portal.title), "operator": escaped(way.portal.operator)}
            yield gettext("Weiter bei %(portal)s, betrieben von: %(operator)s.", **told)
        if way.choose:
            yield " ".join((gettext("Dort wählen:"), escaped(way.choose)))
        if office and way.kind not in {"online", "portal"}:
            contacts = (office.phone,) if way.kind == "phone" else (words.address(office.address), office.email)
            yield escaped(", ".join(filter(None, (office.name, *contacts))))
        if way.note:
            yield escaped(way.note)
        if way.login:
            conjunction = gettext("oder").join("  ")
            yield gettext(
                "Anmeldung: %(ways)s", ways=conjunction.join(gettext(labels.LOGINS[one]) for one in way.login)
            )
        if way.payment:
            yield gettext("Bezahlen: %(ways)s", ways=", ".join(gettext(labels.PAYMENTS[one]) for one in way.payment))

    def towns(self) -> Iterator[str]:
        """The towns of a Kreis to choose from."""
        yield _heading(self.spoken.gettext("So erledigen Sie es"))
        yield _list(
            link(one.town.name, urls.at_portal(self.offer.url, one.town.portal_url))
            for one in self.offer.towns
            if one.is_offered
        )

    def office(self, office: Office) -> str:
        """Name, address, contacts, hours."""
        gettext = self.spoken.gettext
        is_here = office in self.published.directory.offices
        page = self.published.at(urls.office(office.slug)) if is_here else None
        told = {
            "": words.address(office.address),
            gettext("Telefon:"): office.phone,
            gettext("Mail:"): office.email,
            gettext("Öffnungszeiten") + ":": words.hours(office, self.spoken),
        }
        facts = _list(escaped(f"{name} {said}".strip()) for name, said in told.items() if said)
        return f"### {link(office.name, page)}\n\n{facts}".strip()

    def foot(self) -> Iterator[str]:
        """How current it is, its key, its page."""
        service, gettext = self.offer.service, self.spoken.gettext
        kept = gettext("Stand der Liste:") if self.offer.is_by_rule else gettext("Zuletzt geprüft am")
        yield f"{kept} {self.spoken.day(service.reviewed_on)}."
        if service.leika:
            yield gettext("Leistungsschlüssel: %(keys)s.", keys=", ".join(service.leika))
        yield f"<{self.published.at(urls.service(self.offer.slug, self.spoken.language))}>"


def _heading(words: str, text: str = "") -> str:
    return f"## {words}\n\n{text}".rstrip()


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
