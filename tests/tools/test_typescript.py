"""The scripts are type-checked as they are, by their JSDoc comments."""

import subprocess

import pytest

from tests.portals import PROJECT

pytestmark = pytest.mark.tools

TSC = PROJECT / "node_modules" / ".bin" / "tsc"


def test_the_scripts_have_no_type_errors() -> None:
    if not TSC.exists():
        pytest.fail("TypeScript is missing: make setup-test")
    done = subprocess.run([str(TSC), "-p", "tsconfig.json"], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
