"""The page about pictures and PDFs names everything that is refused, and what to do."""

from pathlib import Path
from types import ModuleType

import pytest

from plugins.media import documents, formats, pictures, reading
from tests.handbook.sentences import sentences
from tests.portals import PROJECT

PAGE = PROJECT / "docs/redaktion/bilder-und-pdfs.md"


@pytest.mark.parametrize("module", [documents, formats, pictures, reading], ids=lambda module: module.__name__)
def test_every_reason_and_every_remedy_stands_in_the_page(module: ModuleType) -> None:
    page = " ".join(PAGE.read_text("utf-8").split())
    said = list(sentences(Path(str(module.__file__))))
    assert len(said) > 1
    assert [sentence for sentence in said if sentence.removeprefix("ist ").removeprefix("enthält ") not in page] == []
