"""What differs in public: absolute addresses, open data, no pattern page.

`SITEURL` in the environment is the address of the portal; all portals (`PORTALS=1`) have each its own.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not (SITEURL or PORTALS):  # noqa: F405
    sys.exit("Die öffentliche Adresse fehlt: SITEURL=https://service.meine-stadt.example")
if PREVIEW:  # noqa: F405
    sys.exit("PREVIEW=1 verbirgt jede Seite vor Suchmaschinen; so wird nichts veröffentlicht. Lassen Sie PREVIEW weg.")
PATTERN_PAGE = False
EXPORTS = os.environ.get("EXPORTS", "1") == "1"
