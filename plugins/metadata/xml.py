"""XML that is small enough to be built as a whole."""

from xml.etree import ElementTree as Xml


def put(parent: Xml.Element, name: str, text: str | None = None, **attributes: str) -> Xml.Element:
    """Add an element with its text; `xml_lang` stands for the attribute `xml:lang`."""
    found = Xml.SubElement(parent, name, {key.replace("_", ":"): value for key, value in attributes.items()})
    found.text = text
    return found


def document(root: Xml.Element) -> bytes:
    """The whole file, indented."""
    Xml.indent(root, " ")
    return bytes(Xml.tostring(root, "utf-8", xml_declaration=True)) + b"\n"
