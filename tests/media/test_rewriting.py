"""What a portal publishes of a medium: the picture or the pages, nothing said about them, always the same bytes."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms, PngImagePlugin

from plugins.catalog.records.medium import Format, Medium
from plugins.media import documents, keeping, reading
from plugins.media.formats import MAX_BYTES
from plugins.media.keeping import ChangedError, published
from plugins.media.pictures import encoded, picture
from tests.media import files
from tests.media.files import BLUE, RED

SECRET = b"GEHEIM"


def again(data: bytes, format_: Format) -> bytes:
    return encoded(picture(data, format_), format_)


def shown(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def located() -> Image.Exif:
    """Where a photo was taken, by whom, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x013B] = SECRET.decode()
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 56.0, 33.0), 29: SECRET.decode()})
    return exif


def test_a_photo_does_not_say_where_and_by_whom_it_was_taken() -> None:
    data = files.picture("JPEG", exif=located(), comment=SECRET, icc_profile=b"x" * 200 + SECRET, xmp=b"<x>" + SECRET)
    assert data.count(SECRET) == 5
    made = again(data, Format.JPEG)
    assert SECRET not in made
    assert dict(shown(made).getexif()) == {}
    assert not {"exif", "comment", "icc_profile", "xmp", "photoshop"} & shown(made).info.keys()


def test_a_png_and_a_webp_forget_too() -> None:
    said = PngImagePlugin.PngInfo()
    said.add_text("Author", SECRET.decode())
    said.add_itxt("XML:com.adobe.xmp", SECRET.decode(), zip=False)
    png = files.picture("PNG", pnginfo=said, exif=located(), icc_profile=SECRET)
    webp = files.picture("WEBP", exif=located(), xmp=SECRET, icc_profile=SECRET)
    for data, format_ in ((png, Format.PNG), (webp, Format.WEBP)):
        made = again(data, format_)
        assert SECRET in data
        assert SECRET not in made
        assert not {"exif", "xmp", "icc_profile", "Author"} & shown(made).info.keys()


def test_a_photo_taken_upright_stands_upright() -> None:
    found = picture(files.picture("PNG", exif=located()), Format.PNG)
    assert found.size == (6, 8)
    assert (found.getpixel((3, 0)), found.getpixel((3, 7))) == (BLUE, RED)


@pytest.mark.parametrize("format_", [Format.JPEG, Format.WEBP])
def test_what_is_written_anew_is_not_larger_than_a_file_may_be(format_: Format) -> None:
    noise = Image.effect_noise((1600, 1200), 25)
    data = files.saved(noise, format_.name, quality=20)
    assert len(data) < MAX_BYTES < len(files.saved(noise, format_.name, quality=85))
    assert len(again(data, format_)) <= MAX_BYTES


def test_a_large_picture_is_made_as_large_as_a_page_shows_it() -> None:
    assert picture(files.picture(size=(3200, 800)), Format.PNG).size == (1600, 400)
    assert picture(files.picture("PNG", "P", (3200, 800)), Format.PNG).mode == "RGBA"
    assert picture(files.picture(size=(1600, 8)), Format.PNG).size == (1600, 8)


@pytest.mark.parametrize(
    ("data", "format_", "mode"),
    [
        (files.picture("JPEG", "CMYK"), Format.JPEG, "RGB"),
        (files.picture("JPEG", "L"), Format.JPEG, "L"),
        (files.picture("PNG", "RGBA"), Format.PNG, "RGBA"),
        (files.picture("PNG", "1"), Format.PNG, "1"),
        (files.saved(Image.new("I;16", (2, 2), 0x8000), "PNG"), Format.PNG, "L"),
    ],
)
def test_colours_are_those_every_browser_shows(data: bytes, format_: Format, mode: str) -> None:
    assert shown(again(data, format_)).mode == mode


def test_half_a_grey_of_16_bits_is_half_a_grey() -> None:
    found = picture(files.saved(Image.new("I;16", (2, 2), 0x8000), "PNG"), Format.PNG)
    assert found.getpixel((0, 0)) == 127


def test_what_shines_through_goes_on_doing_so() -> None:
    two = Image.new("P", (2, 1))
    two.putpalette([*BLUE, *RED])
    two.putpixel((1, 0), 1)
    made = shown(again(files.saved(two, "PNG", transparency=0), Format.PNG)).convert("RGBA")
    assert [made.getpixel((column, 0)) for column in (0, 1)] == [(*BLUE, 0), (*RED, 255)]


def test_the_colours_of_a_profile_become_those_without_one() -> None:
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    plain = picture(files.picture("PNG"), Format.PNG)
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (swapped, srgb):
        found = picture(files.picture("PNG", icc_profile=profile), Format.PNG)
        assert found.getpixel((0, 0)) == plain.getpixel((0, 0))


def test_a_pdf_does_not_say_who_made_it() -> None:
    def signed(document: pikepdf.Pdf) -> None:
        with document.open_metadata() as about:
            about["dc:title"] = "Merkblatt"
            about["dc:creator"] = ["Anna Beispiel"]
        document.Root.PieceInfo = Dictionary(Private="Anna Beispiel")
        note = Dictionary(Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([0, 0, 9, 9]), T="Anna Beispiel")
        document.pages[0].obj.Annots = Array([note])

    made = documents.rewritten(files.pdf(signed, compress_streams=False))
    with pikepdf.open(BytesIO(made)) as document:
        whole = b"\n".join(str(one.unparse(resolved=True)).encode() for one in document.objects)
        assert dict(document.docinfo.items()) == {"/Title": "Merkblatt"}
        assert "/Metadata" not in document.Root
        assert b"Anna" not in whole


def test_older_states_of_a_pdf_do_not_come_along() -> None:
    def struck_out(document: pikepdf.Pdf) -> None:
        document.make_indirect(Dictionary(Strich="Entwurf"))

    assert b"Entwurf" not in documents.rewritten(files.pdf(struck_out))


def test_a_pdf_keeps_its_language_and_the_order_for_reading_it_aloud() -> None:
    def tagged(document: pikepdf.Pdf) -> None:
        document.Root.Lang = "de"
        document.Root.MarkInfo = Dictionary(Marked=True)
        document.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)

    with pikepdf.open(BytesIO(documents.rewritten(files.pdf(tagged)))) as document:
        assert str(document.Root.Lang) == "de"
        assert document.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in document.Root


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rathaus.png", files.picture("PNG", "RGBA")),
        ("rathaus.jpg", files.picture("JPEG")),
        ("rathaus.webp", files.picture("WEBP")),
        ("merkblatt.pdf", files.pdf()),
    ],
)
def test_the_bytes_are_the_same_each_time_and_from_the_cache_and_after_damage(
    tmp_path: Path, name: str, data: bytes
) -> None:
    cache, other = tmp_path / "cache", tmp_path / "other"
    (tmp_path / name).write_bytes(data)
    medium = reading.read(tmp_path / name, tmp_path)
    assert isinstance(medium, Medium)
    made = published(medium, tmp_path, cache)
    assert made == published(medium, tmp_path, other)
    [entry] = cache.iterdir()
    for damage in (entry.read_bytes()[:-1] + b"?", b""):
        entry.write_bytes(damage)
        assert published(medium, tmp_path, cache) == made
    assert keeping.published(medium, Path("nowhere"), cache) == made


def test_a_file_that_changes_between_check_and_build_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "rathaus.png").write_bytes(files.picture("PNG"))
    medium = reading.read(tmp_path / "rathaus.png", tmp_path)
    assert isinstance(medium, Medium)
    (tmp_path / "rathaus.png").write_bytes(files.picture("PNG", "L"))
    with pytest.raises(ChangedError, match=r"^rathaus\.png hat sich während des Bauens geändert\. Bauen Sie noch"):
        published(medium, tmp_path, tmp_path / "cache")
