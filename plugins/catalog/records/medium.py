"""A medium: a picture or a PDF of editors, as a portal shows it."""

from enum import StrEnum

from plugins.catalog.records.base import Record
from plugins.catalog.records.fields import labelled

FOLDER = "/media/"
"""Where media are, in the content and in a portal."""

TALLEST = 560
"""Pixels of a picture on a page from top to bottom: about two thirds of a laptop's screen."""


class Format(StrEnum):
    """What a medium may be; the value is the ending of its published file, the name what Pillow calls it."""

    PNG = "png"
    JPEG = "jpg"
    WEBP = "webp"
    PDF = "pdf"


class Medium(Record):
    """A file that says everything about itself; a town's own stands before that of its Kreis, and that before ours."""

    computed = frozenset({"file", "municipality", "format", "digest", "size", "width", "height", "links"})

    file: str = labelled("Datei")
    municipality: str = labelled("Ort", default="")
    format: Format = labelled("Art")
    digest: str = labelled("Prüfsumme der Datei und der Art, wie sie neu geschrieben wird")
    size: int = labelled("Größe in Byte", default=0)
    width: int = labelled("Breite in Bildpunkten", default=0)
    height: int = labelled("Höhe in Bildpunkten", default=0)
    links: tuple[str, ...] = labelled("Wohin die Links in einem PDF führen", default=())

    @property
    def written(self) -> str:
        """How texts name it: `/media/rathaus.jpg`."""
        return FOLDER + self.file

    @property
    def address(self) -> str:
        """Where it is published: `/media/rathaus-1a2b3c4d.jpg`, a new name for new content."""
        return f"{FOLDER}{self.file.rpartition('.')[0]}-{self.digest[:8]}.{self.format}"

    @property
    def is_picture(self) -> bool:
        """True for what a page shows, false for what a link opens."""
        return self.format is not Format.PDF

    @property
    def shown(self) -> tuple[int, int]:
        """Width and height on a page, in the same proportion: a photo taken upright does not fill a whole screen."""
        height = min(self.height, TALLEST)
        return max(1, round(self.width * height / self.height)), height

    @property
    def about(self) -> str:
        """What a reader should know before opening it, in any language: „PDF, 120 KB“."""
        return f"{self.format.name}, {-(-self.size // 1000)} KB"
