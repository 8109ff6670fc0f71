"""What a plain build loads: nothing that only exports, pictures or the desk need, and little where nothing changed."""

import subprocess
import sys

HEAVY = {"bs4", "lunr", "lxml", "openpyxl", "pikepdf", "PIL.ImageCms", "rdflib", "whoosh.index"}
FOR_A_BUILD = {"pydantic", "yaml", "plugins.catalog.catalog", "plugins.pages.generator"}


def loaded(*modules: str) -> set[str]:
    """All that a process has loaded with these."""
    code = f"import sys, {', '.join(modules)}; print(*sys.modules)"
    return {*subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()}


def test_a_build_loads_no_library_that_it_may_not_need() -> None:
    found = loaded("pelican", "plugins.pages.generator")
    assert found >= FOR_A_BUILD
    assert found & HEAVY == set()


def test_what_finds_that_nothing_changed_loads_nothing_to_build_with() -> None:
    found = loaded("plugins.pages.__main__")
    assert "plugins.pages.incremental.past" in found
    assert found & {*FOR_A_BUILD, "pelican"} == set()


def test_what_an_edit_asks_for_loads_no_pelican() -> None:
    found = loaded("plugins.pages.__main__", "plugins.pages.incremental.narrow", "plugins.pages.incremental.pages")
    assert "plugins.catalog.catalog" in found
    assert found & {*HEAVY, "pelican"} == set()
