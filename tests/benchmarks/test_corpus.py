"""The generated content is content: it passes every rule, and is the same every time."""

from pathlib import Path

from benchmarks import corpus
from plugins.catalog.validation import has_errors, validated


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_generated_folder_has_as_many_services_as_asked_for_and_no_mistakes(tmp_path: Path) -> None:
    corpus.write(200, tmp_path / "content")
    catalog, problems = validated(tmp_path / "content")
    assert not has_errors(problems)
    assert len(catalog.services) == 200


def test_a_generated_service_has_running_text_lists_and_a_table(tmp_path: Path) -> None:
    corpus.write(180, tmp_path / "content")
    demo = {path.name for path in (corpus.DEMO / "services").iterdir()}
    made = [path for path in (tmp_path / "content" / "services").iterdir() if path.name not in demo]
    assert made
    for text in (path.read_text("utf-8").partition("---\n\n")[2] for path in made):
        assert 400 <= len(text.split()) <= 600
        assert all(f"\n{mark}" in text for mark in ("- ", "1. ", "|---|"))


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("two", 1), ("three", 2)):
        corpus.write(160, tmp_path / name, seed)
    assert files(tmp_path / "one") == files(tmp_path / "two") != files(tmp_path / "three")


def test_added_towns_are_of_the_same_kreis_and_no_two_are_alike(tmp_path: Path) -> None:
    corpus.main(["150", str(tmp_path / "content"), "--municipalities", "16"])
    catalog, problems = validated(tmp_path / "content")
    assert not has_errors(problems)
    places = list(catalog.municipalities.values())
    assert len(places) == 16
    assert [len({getattr(place, field) for place in places}) for field in ("name", "ars", "phone", "email")] == [16] * 4
    assert {place.part_of for place in places} == {None, "kreis-rurland"}
