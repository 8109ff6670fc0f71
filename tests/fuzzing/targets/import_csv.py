"""A table of services of another system is refused, or becomes files one can read."""

from collections.abc import Iterator

from tests.fuzzing.imported import well_imported
from tests.fuzzing.placed import scratch
from tests.fuzzing.targets import words

TOKENS = words(
    'Titel; Kurzbeschreibung Gebühr Unterlagen Adresse Thema Ebene ; , \t " \r\n \n \x00 ÿ <ul><li> </li> '
    "<script> <table><tr><td> <a␣href='javascript:x'> ##␣ --- -␣ •␣ >␣ ``` | &lt; 26,50␣€ gebührenfrei 31.01.2027 "
    "https://a.example/b?c=d //[ ../x \u202e \xad \u2028 ß :␣ ␣#"
)


def check(data: bytes) -> None:
    file = scratch() / "services.csv"
    file.write_bytes(data)
    well_imported("csv", file)


def seeds() -> Iterator[bytes]:
    yield "Titel;Kurzbeschreibung;Gebühr;Unterlagen;Adresse\nHund anmelden;Kurz;26,50 €;- Ausweis;/alt/5\n".encode()
    yield b"Name;Thema;Ebene;Beschreibung\nHund;Tiere;Gemeinde;<p>Wer <b>einen</b> Hund</p><ul><li>a</li></ul>\n"
