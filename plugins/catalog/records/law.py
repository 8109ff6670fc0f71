"""A law that services rest on, with its public address."""

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import Line, WebAddress, Words, labelled


class Law(Record):
    """A law; for federal law the address is the one at gesetze-im-internet.de."""

    slug: str = labelled("Kennung", "Dateiname ohne .yaml")
    abbreviation: Words = labelled("Abkürzung", "Amtliche Abkürzung: PAuswG")
    title: Line = labelled("Name", "Ausgeschriebener Name")
    url: WebAddress | None = labelled("Adresse", "Übersichtsseite des Gesetzes", default=None)

    def section_url(self, section: str | None) -> str | None:
        """Address of one section: `…/pauswg/__9.html`; federal law only, else the law's own page."""
        if section and self.url and self.url.startswith("https://www.gesetze-im-internet.de/"):
            return f"{self.url.removesuffix('index.html').rstrip('/')}/__{section}.html"
        return self.url
