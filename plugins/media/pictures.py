"""Pictures written anew: upright, in plain colours, at most as large as a page shows them, and nothing but pixels."""

import warnings
from collections.abc import Mapping
from io import BytesIO
from types import MappingProxyType
from typing import Any

from PIL import Image, ImageCms, ImageOps

from plugins.catalog.opening import RefusedError
from plugins.catalog.records.medium import Format
from plugins.media.formats import MAX_BYTES, SHOWN

MAX_SIDE = 4000
"""Pixels on one side, asked before anything is unpacked: a file of 40 kB can hold a picture of gigabytes."""

_MODES = MappingProxyType({"1": "1", "L": "L", "LA": "LA", "P": "P", "RGB": "RGB", "RGBA": "RGBA", "CMYK": "RGB"})
_SAVING: Mapping[Format, Mapping[str, Any]] = {
    Format.PNG: {"optimize": True},
    Format.JPEG: {"optimize": True, "progressive": True},
    Format.WEBP: {"method": 4},
}
_QUALITIES = range(85, 0, -10)
"""The first that is small enough: an editor may have saved at a lower one than ours. PNG has but one."""


def picture(data: bytes, format_: Format) -> Image.Image:
    """The picture as it will be shown. Raises `RefusedError`."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data), formats=[format_.name]) as image:
            _check(image, format_)
            return _plain(image, format_)
    except RefusedError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large("zu viele") from error
    except Exception as error:  # decoders of hostile bytes raise whatever they stumble over
        hint = "Öffnen Sie das Bild in einem Bildprogramm und speichern Sie es neu."
        raise RefusedError("ist beschädigt", hint) from error


def encoded(image: Image.Image, format_: Format) -> bytes:
    """The bytes of a picture, the same for the same pixels, not more than a file may have."""
    found = b""
    for quality in _QUALITIES[:1] if format_ is Format.PNG else _QUALITIES:
        made = BytesIO()
        image.save(made, format_.name, quality=quality, **_SAVING[format_])
        found = made.getvalue()
        if len(found) <= MAX_BYTES:
            break
    return found


def _check(image: Image.Image, format_: Format) -> None:
    if max(image.size) > MAX_SIDE:
        raise _too_large(f"{image.width} × {image.height}")
    if format_ is not Format.JPEG and getattr(image, "is_animated", False):
        raise RefusedError("bewegt sich", "Nehmen Sie ein Einzelbild; Bewegtes lenkt vom Lesen ab.")


def _too_large(size: str) -> RefusedError:
    return RefusedError(
        f"hat {size} Bildpunkte", f"Verkleinern Sie das Bild auf höchstens {MAX_SIDE} × {MAX_SIDE}; {SHOWN} genügen."
    )


def _plain(image: Image.Image, format_: Format) -> Image.Image:
    """The pixels without anything that was said about them: place, camera, profile, comments."""
    image.load()
    found = _in_srgb(ImageOps.exif_transpose(image), image.info.get("icc_profile"))
    found = _in_common_mode(found, format_)
    if max(found.size) > SHOWN:
        found = found.convert("RGBA") if found.mode == "P" else found
        found.thumbnail((SHOWN, SHOWN))
    found.info = {key: value for key, value in found.info.items() if key == "transparency"}
    return found


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The same colours without a profile; a profile that is none is left out."""
    if not profile or image.mode not in {"RGB", "RGBA", "CMYK"}:
        return image
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(profile))
        found = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return image
    return found or image


def _in_common_mode(image: Image.Image, format_: Format) -> Image.Image:
    """What every browser shows; a grey of 16 bits becomes one of 8."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda grey: grey * (1 / 257)).convert("L")
    found = image.convert(_MODES.get(image.mode, "RGBA"))
    return found.convert("RGB") if format_ is Format.JPEG and found.mode not in {"L", "RGB"} else found
