"""The search of the portal for the address bar of a browser (OpenSearch 1.1)."""

from xml.etree import ElementTree as Xml

from plugins.catalog import urls
from plugins.catalog.german import shortened
from plugins.catalog.records import Municipality
from plugins.metadata import icons
from plugins.metadata.xml import document, put

ADDRESS = "/opensearch.xml"

LONGEST_NAME = 16
"""What the standard allows as a short name."""


def opensearch(municipality: Municipality, url: str) -> bytes:
    """The description; `url` is the portal's address without final slash."""
    root = Xml.Element("OpenSearchDescription", {"xmlns": "http://a9.com/-/spec/opensearch/1.1/"})
    put(root, "ShortName", short_name(municipality))
    put(root, "Description", f"Dienstleistungen suchen: {municipality.name}")
    put(root, "Url", type="text/html", template=f"{url}{urls.SEARCH}?q={{searchTerms}}")
    put(root, "Url", type="application/opensearchdescription+xml", rel="self", template=url + ADDRESS)
    size = str(icons.FAVICON_SIZE)
    put(root, "Image", url + icons.FAVICON, width=size, height=size, type="image/x-icon")
    put(root, "Language", "de")
    put(root, "InputEncoding", "UTF-8")
    put(root, "OutputEncoding", "UTF-8")
    return document(root)


def short_name(municipality: Municipality) -> str:
    """What the browser calls the search: whole words where that is possible."""
    name = municipality.short_name
    return shortened(name, LONGEST_NAME, "") or name[:LONGEST_NAME]
