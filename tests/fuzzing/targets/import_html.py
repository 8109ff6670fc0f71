"""A saved page of an old system is refused, or becomes files one can read, in a time that grows with its length."""

from collections.abc import Iterator

from tests.fuzzing.imported import well_imported
from tests.fuzzing.placed import ROOT, scratch, small_files
from tests.fuzzing.targets import words

TOKENS = words(
    "<html> <body> <h1> </h1> <h2> </h2> <p> <ul> <ol> <li> <table> <tr> <td> <dl> <dt> <dd> <a␣href=' '> </a> "
    "<b> <br> <details> <summary> <script> <!-- --> <svg> <textarea> <template> Unterlagen Gebühren "
    "Zuständige␣Stelle Hund␣anmelden javascript: &nbsp; &#0; &#x202e; \x00 charset=utf-16 "
    "<meta␣name='description'␣content=' <link␣rel='canonical'␣href=' 99102013104000 26,50␣€ ##␣ ---\n Frau␣Dr.␣A"
)


def check(data: bytes) -> None:
    folder = scratch() / "crawl"
    folder.mkdir(exist_ok=True)
    (folder / "leistung-5.html").write_bytes(data)
    well_imported("html", folder)


def seeds() -> Iterator[bytes]:
    for _, data in small_files(ROOT / "tests/exchange/html/crawls", "**/*"):
        yield data
    yield "<html><h1>Hund anmelden</h1><h2>Unterlagen</h2><ul><li>Ausweis</ul><h2>Gebühren</h2><p>26,50 €".encode()
