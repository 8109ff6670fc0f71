"""Visual Studio Code knows the fields of every YAML file; what it knows is current."""

import fnmatch
import json
from pathlib import Path

from plugins.editing import vscode
from plugins.editing.__main__ import main
from tests.editing.content import files
from tests.portals import PROJECT


def test_settings_and_schemas_are_current() -> None:
    made = vscode.files()
    assert {name: (PROJECT / name).read_text("utf-8") for name in made} == made


def test_every_yaml_file_has_the_schema_of_its_kind() -> None:
    globs = json.loads(vscode.files()[".vscode/settings.json"])["yaml.schemas"]
    for path, kind, _ in files():
        if path.endswith(".yaml") and kind.name not in {"ledger", "register"}:
            fitting = [schema for schema, glob in globs.items() if fnmatch.fnmatch(path, glob)]
            assert fitting == [f".vscode/schemas/{kind.name}.json"], path


def test_a_repository_of_content_gets_its_own(tmp_path: Path) -> None:
    main(["vscode", str(tmp_path)])
    assert json.loads((tmp_path / ".vscode/schemas/law.json").read_text("utf-8"))["title"] == "Gesetz"
