"""What differs in public: absolute addresses (`SITEURL` from the environment), no pattern page."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not SITEURL:
    sys.exit("Die öffentliche Adresse fehlt: SITEURL=https://service.meine-stadt.example")
PATTERN_PAGE = False
