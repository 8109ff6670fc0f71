"""How facts and texts become files that generators read."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

SITES = Path(__file__).with_name("sites")
"""What is written by hand for each generator: its settings and templates."""


def start(generator: str, folder: Path) -> None:
    """A new source folder with the settings and templates of a generator."""
    shutil.copytree(SITES / generator, folder, dirs_exist_ok=True)


def page(path: Path, facts: Mapping[str, Any], body: str = "") -> None:
    """A Markdown file with YAML front matter."""
    text(path, f"---\n{as_yaml(facts)}---\n\n{body}\n")


def as_yaml(facts: Mapping[str, Any]) -> str:
    """YAML with the keys in their order."""
    return yaml.dump(dict(facts), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)


def as_json(path: Path, facts: Any) -> None:
    """A file of data."""
    text(path, json.dumps(facts, ensure_ascii=False))


def text(path: Path, words: str) -> None:
    """A file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
