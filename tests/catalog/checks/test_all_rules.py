"""The rules themselves: each has its test, its name is its code, its words are German."""

from pathlib import Path

from plugins.catalog import checks
from plugins.catalog.catalog import Catalog
from tests.conftest import Draft


def test_every_rule_has_a_test_file_and_every_test_file_a_rule() -> None:
    files = {file.stem.removeprefix("test_") for file in Path(__file__).parent.glob("test_*.py")}
    assert files - {"all_rules"} == set(checks.rules())


def test_the_tiny_country_keeps_every_rule(world: Catalog) -> None:
    assert list(checks.run(world)) == []


def test_the_code_of_a_rule_is_the_name_of_its_file(write: Draft) -> None:
    (found,) = write.change("services/hund-anmelden.md", "hund-anmelden]", "katze-anmelden]")
    assert found.rule == "reference"
    (found,) = write.change("services/hund-anmelden.md", "katze-anmelden]", "hund-anmelden]\nsource_url: www.x.example")
    assert found.rule == "link-form"
