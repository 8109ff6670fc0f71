"""Runs the browser's modules in Node and gives back what they answer."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent

needs_node = pytest.mark.skipif(
    not shutil.which("node") or not (ROOT / "node_modules" / "lunr").is_dir(),
    reason="Node or node_modules is missing (npm ci)",
)


def ask(task: str, **question: object) -> Any:
    """The answer of `runner.mjs` to one task."""
    question_json = json.dumps({"task": task, **question})
    done = subprocess.run(
        ["node", str(HERE / "runner.mjs")], input=question_json, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
