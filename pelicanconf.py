"""One portal for local work: `make html`, `pelican`, `pelican --listen --autoreload`.

The environment says which: `CONTENT` (a content folder, default `content`) and `MUNICIPALITY` (which portal; default:
the first town). `OUTPUT` is where it goes, `CACHE` where a build leaves what the next one need not do again.
`PORTALS=1` builds all portals of the folder, each with its public address (`make portals`), in as
many processes as there are cores, or in `JOBS`, which holds for a single large portal too; with
`SCHEDULER=tcp://…` on the machines of a cluster, into `OUT` where that is the address of an object store
(docs/cluster.md).
`ADMIN=1` adds the editors' form under `/admin/`; `FORGE` is the repository it saves to, `FORGE_LOGIN` what people log
in with there (docs/form.md). `EXPORTS=1` adds the open data (docs/exports.md); `PORTALS=1` does so unless `EXPORTS=0`
says no. `PREVIEW=1` asks search engines to stay away; with `INDEXNOW_KEY` they can be told what changed
(docs/machines.md). `ALLOW` is what a check may find (docs/publishing-gates.md); `GATED=1` leaves to the gates what
they look at after the build (`make publish`). `PROFILE` is a file for where the time went (`make profile`).
"""

import gc
import os
import sys
from functools import partial
from pathlib import Path

PROJECT = str(Path(__file__).resolve().parent)
sys.path.insert(0, PROJECT)
gc.disable()  # nothing that is loaded here is garbage; what a portal leaves, the run collects

from jinja2 import StrictUndefined  # noqa: E402

from plugins import pages  # noqa: E402
from plugins.catalog.cores import cores  # noqa: E402

SITENAME = "Serviceportal"
SITEURL = ""
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = "de"

PATH = os.environ.get("CONTENT") or str(Path(PROJECT) / "content")
if not Path(PATH).is_dir():
    sys.exit(f"Den Ordner {PATH} gibt es nicht. Geben Sie den Ordner der Inhalte an: CONTENT=…")
OUTPUT_PATH = os.environ.get("OUTPUT") or "output"
THEME = str(Path(PROJECT) / "theme")
THEME_TEMPLATES_OVERRIDES = [THEME]
CACHE_PATH = os.environ.get("CACHE") or str(Path(PROJECT) / ".cache")
MUNICIPALITY = os.environ.get("MUNICIPALITY", "")
PORTALS = os.environ.get("PORTALS") == "1"
JOBS = os.environ.get("JOBS") or str(cores())
if not (JOBS.isdecimal() and int(JOBS)):
    sys.exit(f"JOBS: „{JOBS}“ ist keine Anzahl von Prozessen. Beispiel: JOBS=2")
SCHEDULER = os.environ.get("SCHEDULER", "")
ELSEWHERE = None
if SCHEDULER:
    from plugins.cluster.client import each

    ELSEWHERE = partial(each, SCHEDULER, os.environ.get("OUT", ""))
ADMIN = os.environ.get("ADMIN") == "1"
FORGE = os.environ.get("FORGE", "")
FORGE_LOGIN = os.environ.get("FORGE_LOGIN", "")
INDEXNOW_KEY = os.environ.get("INDEXNOW_KEY", "")
ALLOW = os.environ.get("ALLOW", "")
GATED = os.environ.get("GATED") == "1"
PROFILE = os.environ.get("PROFILE", "")
PREVIEW = os.environ.get("PREVIEW") == "1"
EXPORTS = os.environ.get("EXPORTS", "1" if PORTALS else "0") == "1"

PELICAN_CLASS = pages.portal_run
PLUGINS = [pages]
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}

ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
READERS = {"html": None, "rst": None, "md": None}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DELETE_OUTPUT_DIRECTORY = False
PATTERN_PAGE = True
