"""What a plain build loads: nothing that only exports, pictures or the desk need."""

import subprocess
import sys

HEAVY = {"bs4", "lxml", "openpyxl", "pikepdf", "PIL.ImageCms", "rdflib", "whoosh.index"}


def test_a_build_loads_no_library_that_it_may_not_need() -> None:
    code = "import sys, pelican, plugins.pages; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "plugins.pages.run" in loaded
    assert HEAVY.intersection(loaded) == set()
