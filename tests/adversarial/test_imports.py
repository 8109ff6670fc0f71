"""Hostile files in front of every import: read or refused with a sentence, never a traceback, nothing written."""

import io
import zipfile
from pathlib import Path

import pytest

from plugins.exchange.__main__ import READERS, main
from tests.adversarial.payloads import OWN, files

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
XZUFI = 'xmlns:x="http://xoev.de/schemata/xzufi/2_2_0"'


def packed(name: str, size: int) -> bytes:
    """A zip archive with one file of zeros, as a spreadsheet program or an attacker packs it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, bytes(size))
    return raw.getvalue()


HOSTILE = {
    "entities.xml": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x:antwort {XZUFI}>&l9;</x:antwort>'.encode(),
    "external.xml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
    "deep.xml": f"<x:antwort {XZUFI}>{'<a>' * 50_000}{'</a>' * 50_000}</x:antwort>".encode(),
    "deep.json": b"[" * 200_000,
    "deep-data.json": b'{"data": [' + b'{"data": [' * 50_000 + b"]}" * 50_000 + b"]}",
    "digits.json": b'{"data": [' + b"9" * 5_000 + b"]}",
    "surrogate.json": b'{"meta": {"generated": "2026-10-01"}, "data": [{"id": "\\ud800", "name": "\\udfff<script>"}]}',
    "shapes.json": b'{"meta": [], "data": [null, 1, [], {"id": {}, "name": []}, {"__proto__": 1}]}',
    "bomb.xlsx": packed("xl/worksheets/sheet1.xml", 20_000_000),
    "slip.ods": packed("../../evil.md", 10),
    "quote.csv": b'Titel;Kurztext\n"=1+1;x\n',
    "nul.csv": b"Titel;Kurztext\nHund\x00;\xff\n",
    "wide.csv": b";" * 200_000,
    "cell.csv": b'"' + b"x" * 300_000 + b'"\n',
    "utf16.csv": "Titel;Kurztext\n<script>;x".encode("utf-16"),
    "deep.html": b"<div>" * 20_000 + b"<script>alert(1)</script>",
    "openings.html": b"<" * 50_000 + b"<!--" * 5_000,
    "empty": b"",
}


def taken(form: str, file: Path, into: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What an import answers, and what it says."""
    code = main(["import", "--format", form, "--into", str(into), "--dry-run", str(file)])
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize("form", sorted(READERS))
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_answered_with_a_sentence(
    form: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in" / name
    file.parent.mkdir()
    file.write_bytes(HOSTILE[name])
    code, said = taken(form, file, tmp_path / "into", capsys)
    assert code in (0, 2)
    assert len(said.strip()) > 20
    assert "Traceback" not in said
    assert {path.name for path in tmp_path.rglob("*")} == {"in", name}


@pytest.mark.parametrize("name", ["entities.xml", "external.xml"])
def test_a_document_with_entities_is_refused(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / name
    file.write_bytes(HOSTILE[name])
    code, said = taken("xzufi", file, tmp_path / "into", capsys)
    assert code == 2
    assert "enthält eine DTD oder eigene Entitäten" in said


@pytest.mark.parametrize("name", ["bomb.xlsx", "slip.ods"])
def test_a_packed_table_is_no_table(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / name
    file.write_bytes(HOSTILE[name])
    code, said = taken("csv", file, tmp_path / "into", capsys)
    assert (code, said) == (2, "Die Tabelle ist kein Text. Speichern Sie sie als „CSV UTF-8“.\n")


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("form", "corpus"),
    [
        *[("xzufi", "xml-attacks"), ("xzufi", "svg"), ("dldb", "json-test-suite"), ("csv", "csv-injection")],
        *[("wsp", "csv-injection"), ("html", "svg"), ("html", "owasp-xss"), ("csv", "blns"), ("html", "xml-attacks")],
    ],
)
def test_no_file_of_the_public_corpora_ends_an_import(
    form: str, corpus: str, corpora: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in files(corpora / "adversarial" / corpus):
        code, said = taken(form, file, tmp_path / "into", capsys)
        assert code in (0, 2), file
        assert len(said.strip()) > 20, file
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("file", files(OWN), ids=lambda file: file.name)
def test_a_file_of_payloads_ends_no_import(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in sorted(READERS):
        assert taken(form, file, tmp_path / "into", capsys)[0] in (0, 2)
