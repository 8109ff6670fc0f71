"""Pictures and PDFs as programs write them, for tests: small, and each for one reason."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

BLUE, RED = (31, 61, 122), (200, 30, 30)


def picture(format_: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (8, 6), **saving: Any) -> bytes:
    """A picture, blue at the left and red at the right."""
    image = Image.new("RGB", size, BLUE)
    image.paste(RED, (size[0] // 2, 0, *size))
    return saved(image.convert(mode), format_, **saving)


def saved(image: Image.Image, format_: str, **saving: Any) -> bytes:
    """The bytes of a picture."""
    made = BytesIO()
    image.save(made, format_, **saving)
    return made.getvalue()


def pdf(change: Callable[[Pdf], object] = lambda _: None, **saving: Any) -> bytes:
    """A PDF of one page by „Anna Beispiel“, changed."""
    document = Pdf.new()
    document.add_blank_page(page_size=(200, 200))
    document.docinfo["/Title"] = "Merkblatt"
    document.docinfo["/Author"] = "Anna Beispiel"
    change(document)
    made = BytesIO()
    document.save(made, **saving)
    return made.getvalue()


def opening(**action: Any) -> Callable[[Pdf], None]:
    """What happens when the document is opened."""

    def change(document: Pdf) -> None:
        document.Root.OpenAction = Dictionary(**action)

    return change


def annotated(**annotation: Any) -> Callable[[Pdf], None]:
    """Something on the first page."""

    def change(document: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **annotation)
        note = document.make_indirect(note)
        document.pages[0].obj.Annots = Array([note])
        document.Root.AcroForm = Dictionary(Fields=Array([note] if note.Subtype == Name.Widget else []))

    return change


def attached(document: Pdf) -> None:
    """A file inside the document."""
    document.attachments["geheim.exe"] = b"MZ"
