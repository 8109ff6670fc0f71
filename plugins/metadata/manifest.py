"""What a browser needs to put the portal on a home screen (Web Application Manifest)."""

import json

from plugins.catalog.records import Municipality
from plugins.metadata import icons

ADDRESS = "/site.webmanifest"


def manifest(municipality: Municipality, root: str, colour: str) -> bytes:
    """The manifest; `root` is the folder the portal lives in on its server. „Back“ stays: `minimal-ui` has a button."""
    return json.dumps(
        {
            "id": root,
            "name": f"Serviceportal {municipality.name}",
            "short_name": municipality.short_name,
            "lang": "de",
            "dir": "ltr",
            "start_url": root,
            "scope": root,
            "display": "minimal-ui",
            "theme_color": colour,
            "background_color": icons.PAPER,
            "icons": [_icon(root, icon, purpose) for icon, purpose in icons.FOR_HOME_SCREENS.items()],
        },
        ensure_ascii=False,
        indent=1,
    ).encode()


def _icon(root: str, icon: icons.Icon, purpose: str) -> dict[str, str]:
    size = f"{icon.size}x{icon.size}"
    return {"src": root + icon.address[1:], "sizes": size, "type": "image/png", "purpose": purpose}
