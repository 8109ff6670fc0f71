"""The whole repository in the house's style, formatted and typed."""

import subprocess
import sys

import pytest

from tests.portals import PROJECT

pytestmark = pytest.mark.tools


@pytest.mark.parametrize(
    "command", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)], ids=" ".join
)
def test_the_code_keeps_to_the_style(command: tuple[str, ...]) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
