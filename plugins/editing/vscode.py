"""Visual Studio Code completes and explains the YAML files of the content, with the extension „YAML“ by Red Hat.

It reads no front matter of Markdown files; for those there is the form.
"""

import json
from typing import Any

from plugins.catalog.json_schema import kinds, schema_of
from plugins.catalog.kinds import Kind

FOLDER = ".vscode"


def files() -> dict[str, str]:
    """The settings and one schema for each kind, by path."""
    written = [kind for kind in kinds() if kind.example.endswith(".yaml")]
    schemas = {_schema(kind): _json(schema_of(kind)) for kind in written}
    settings = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "yaml.schemas": {_schema(kind): _glob(kind) for kind in written},
    }
    return {f"{FOLDER}/settings.json": _json(settings), **schemas}


def _schema(kind: Kind) -> str:
    return f"{FOLDER}/schemas/{kind.name}.json"


def _glob(kind: Kind) -> str:
    """Which files: a name of its own in any folder, or any name in a folder with a name of its own."""
    *_, folder, name = kind.example.split("/")
    return f"**/{name}" if name == f"{kind.name}.yaml" else f"**/{folder}/*.yaml"


def _json(values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
