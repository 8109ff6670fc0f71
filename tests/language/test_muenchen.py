"""Real texts, the services of the City of Munich: the measures lie near those of other German portals."""

from pathlib import Path
from statistics import median

import pytest

from plugins.catalog.catalog import load
from plugins.exchange.__main__ import main
from plugins.language.hinting import hints_on, rules
from plugins.language.ratchet import readabilities
from plugins.language.spelling import Speller
from plugins.language.texts import texts_of


@pytest.mark.corpus
def test_munich_is_harder_to_read_and_every_rule_has_something_to_say(corpora: Path, tmp_path: Path) -> None:
    """A median LIX of 58 and Flesch-Amstad of 25 were measured on 651 services of other portals."""
    into = tmp_path / "content"
    assert (
        main(["import", "--format", "dldb", "--into", str(into), str(corpora / "corpora/muenchen/services_de.json")])
        == 0
    )
    catalog, _ = load(into)
    measures = readabilities(catalog).values()
    assert 48 <= median(one.lix for one in measures) <= 60
    assert 20 <= median(one.flesch for one in measures) <= 35
    found = {hint.rule for hint in hints_on(texts_of(catalog), Speller.of(catalog))}
    assert found == {*rules(), "spelling"} - {"long-word"}
