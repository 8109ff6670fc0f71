"""Elements of a message: those we make, and the parts of those we read."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

_WITHOUT_NAMESPACE = frozenset({"code"})
PREFIX = "xzufi"


def element(name: str, *children: Element | None, text: str = "", **attributes: str) -> Element:
    """An element with its children; those that are None are left out. `code` is in no namespace."""
    made = Element(name if name in _WITHOUT_NAMESPACE else f"{PREFIX}:{name}", attributes)
    made.text = text or None
    made.extend(child for child in children if child is not None)
    return made


def coded(name: str, code: str, **attributes: str) -> Element:
    """An element that holds a code of a list."""
    return element(name, element("code", text=code), **attributes)


def filled(name: str, *children: Element | None) -> Element | None:
    """An element, unless it would be empty."""
    kept = [child for child in children if child is not None]
    return element(name, *kept) if kept else None


def said(name: str, text: str, language: str = "de") -> Element | None:
    """Words in a language; None when there are none."""
    return element(name, text=text, languageCode=language) if text else None


def as_bytes(made: Element) -> bytes:
    """The element in the prefix that the message declares."""
    return f"{tostring(made, encoding='unicode')}\n".encode()


def local(found: Element) -> str:
    """The name of an element without its namespace."""
    return found.tag.rpartition("}")[2]


def parts(found: Element, *path: str) -> Iterator[Element]:
    """The descendants along a path of names, whatever their namespace."""
    if not path:
        yield found
        return
    for child in found:
        if local(child) == path[0]:
            yield from parts(child, *path[1:])


def text(found: Element, *path: str) -> str:
    """The text of the first descendant along a path, the German one where there are several; empty without any."""
    several = list(parts(found, *path))
    german = (one for one in several if one.get("languageCode", "de").casefold() in ("de", "de-de"))
    chosen = next(german, several[0] if several else None)
    return (chosen.text or "").strip() if chosen is not None else ""
