"""Runs the form's modules in Node and gives back what they answer."""

import json
import subprocess
from pathlib import Path
from typing import Any

from plugins.pages.assets import node

RUNNER = Path(__file__).with_name("runner.mjs")


def ask(task: str, **question: object) -> Any:
    """The answer of `tasks.mjs` to one task."""
    asked = json.dumps({"task": task, **question})
    done = subprocess.run([node(), str(RUNNER)], input=asked, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
