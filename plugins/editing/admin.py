"""`/admin/`: the form's own data, and what its page may load."""

import json
from typing import Any

from plugins.catalog.catalog import Catalog
from plugins.catalog.records.medium import FOLDER
from plugins.editing.collections import collections, formats, i18n
from plugins.editing.forge import Forge
from plugins.media.formats import MAX_BYTES, SHOWN

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src {connect}; manifest-src blob:; frame-src blob:; form-action 'none'; base-uri 'none'"
)
"""Inline styles because Svelte sets them; `data:` and `blob:` because the form draws its own icon and preview."""


def content_security_policy(forge: Forge) -> str:
    """The policy of the form's page: it asks its own server and the forge, nobody else."""
    return POLICY.format(connect=" ".join(("'self'", "data:", "blob:", *forge.servers)))


def _upload() -> dict[str, Any]:
    """A photo is made small in the browser, so that neither its size nor the place it was taken gets to the forge."""
    return {
        "max_file_size": MAX_BYTES,
        "slugify_filename": True,
        "transformations": {"raster_image": {"format": "webp", "quality": 85, "width": SHOWN, "height": SHOWN}},
    }


def form_data(catalog: Catalog, forge: Forge, folder: str, site: str) -> bytes:
    """What the form reads when it opens: the configuration of Sveltia CMS and the formats of our files."""
    config: dict[str, Any] = {
        "app_title": "Fundstelle",
        "site_url": site,
        "backend": forge.backend(),
        "publish_mode": "editorial_workflow" if forge.address else "simple",
        "media_folder": f"{folder}media",
        "public_folder": FOLDER.rstrip("/"),
        "media_libraries": {"default": {"config": _upload()}, "stock_assets": False},
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": 80},
        "i18n": i18n(),
        "collections": collections(catalog, folder),
    }
    return json.dumps({"config": config, "formats": formats()}, ensure_ascii=False).encode()
