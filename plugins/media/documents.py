"""PDFs written anew: pages to read and fields to fill in, without programs, attachments, and names of their authors."""

import warnings
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from plugins.catalog.opening import RefusedError

_UNPACKED = 64_000_000
"""Bytes that one packed part may unfold to while a PDF is read: a file of 400 kB could hold gigabytes."""

pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_UNPACKED, run_length_max_memory=_UNPACKED, max_stream_filters=1, parser_max_nesting=100
)

_NOT_TO_READ = {
    **dict.fromkeys(("/JS", "/JavaScript", "/AA"), "Programme (JavaScript)"),
    **dict.fromkeys(("/EmbeddedFiles", "/EF", "/AF"), "angehängte Dateien"),
    **dict.fromkeys(("/RichMediaContent", "/RichMediaSettings", "/3DD"), "Filme oder Töne"),
    "/XFA": "ein XFA-Formular",
    "/ByteRange": "eine digitale Unterschrift",
}
"""Keys that stand for more than pages; a signature would not survive that the file is written anew."""

_PLAYING = {
    "/FileAttachment": "angehängte Dateien",
    **dict.fromkeys(("/RichMedia", "/3D", "/Screen", "/Movie", "/Sound"), "Filme oder Töne"),
}
_LEADING = ("/A", "/OpenAction", "/Next", "/PA")
_ACTIONS = frozenset({"/GoTo", "/URI", "/Named", "/ResetForm"})
_SCHEMES = ("https://", "mailto:", "tel:")
_SAID_ABOUT = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/OpenAction")
_REMEDY = "Drucken Sie das Dokument in eine neue PDF-Datei; dabei bleibt nur, was man lesen kann."


def rewritten(data: bytes) -> bytes:
    """The document as it is published, the same bytes for the same file. Raises `RefusedError`."""
    try:
        with warnings.catch_warnings(action="ignore"), Pdf.open(BytesIO(data), attempt_recovery=False) as pdf:
            return _rewritten(pdf)
    except RefusedError:
        raise
    except pikepdf.PasswordError as error:
        raise RefusedError("ist mit einem Kennwort geschützt", _REMEDY) from error
    except Exception as error:  # readers of hostile bytes raise whatever they stumble over
        raise RefusedError("ist beschädigt", _REMEDY) from error


def links(data: bytes) -> tuple[str, ...]:
    """Where the links of a document lead that `rewritten` gave, in alphabetical order."""
    with Pdf.open(BytesIO(data)) as pdf:
        parts = (part for whole in pdf.objects for part in _parts(whole))
        return tuple(sorted({str(part["/URI"]) for part in parts if part.get("/S") == Name.URI and "/URI" in part}))


def _rewritten(pdf: Pdf) -> bytes:
    if pdf.is_encrypted:
        raise RefusedError("ist verschlüsselt", _REMEDY)
    if not len(pdf.pages):
        raise RefusedError("hat keine Seiten", _REMEDY)
    for part in [part for whole in (pdf.trailer, *pdf.objects) for part in _parts(whole)]:
        _check(part)
        _forget(part)
    _keep_title_only(pdf)
    made = BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        fix_metadata_version=False,
    )
    return made.getvalue()


def _parts(part: object) -> Iterator[Object]:
    """The dictionaries of an object, also those inside others; what only refers to an object is met there."""
    inside: list[object] = []
    if isinstance(part, Dictionary | Stream):
        yield part
        inside = [part.get(key) for key in sorted(part.keys())]
    elif isinstance(part, Array):
        inside = list(part)
    for child in inside:
        if isinstance(child, Object) and not child.is_indirect:
            yield from _parts(child)


def _check(part: Object) -> None:
    """Refuse what does more than show pages, take words into fields, and lead to an address."""
    keys = set(part.keys())
    what = next((_NOT_TO_READ[key] for key in sorted(keys & _NOT_TO_READ.keys())), None)
    what = what or _PLAYING.get(str(part.get("/Subtype")))
    if what:
        raise RefusedError(f"enthält {what}", _REMEDY)
    for key in _LEADING:
        led = part.get(key)
        for action in led if isinstance(led, Array) else [led]:
            if isinstance(action, Dictionary) and "/S" in action:
                _check_action(action)


def _check_action(action: Object) -> None:
    if str(action.get("/S")) not in _ACTIONS:
        raise RefusedError("startet beim Öffnen oder auf Klick Programme oder andere Dateien", _REMEDY)
    address = str(action.get("/URI", ""))
    if "/URI" in action and not address.lower().startswith(_SCHEMES):
        raise RefusedError(
            f"führt zu „{address[:80]}“", "Links in einem PDF beginnen mit https://, mailto: oder tel:. " + _REMEDY
        )


def _forget(part: Object) -> None:
    """Remove who made it, with what and when, and the names of those who put notes beside the text."""
    for key in _SAID_ABOUT:
        if key in part:
            del part[key]
    is_note = "/Rect" in part and str(part.get("/Subtype")) != "/Widget"
    for key in ("/T", "/M", "/CreationDate") if is_note else ():
        if key in part:
            del part[key]


def _keep_title_only(pdf: Pdf) -> None:
    """Readers aloud announce the title of a document; nobody needs the rest."""
    title = pdf.docinfo.get("/Title") if "/Info" in pdf.trailer else None
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    if title:
        pdf.docinfo["/Title"] = title
