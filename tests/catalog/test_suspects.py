"""What many files have in common is looked at once, and no file with something in it is passed over."""

from plugins.catalog.suspects import suspects

FILES = {
    "a": b"head\nnav\n\n  one\nnav\nfoot",
    "b": b"head\nnav\nbad\nnav\nfoot",
    "c": b"head\nnav\nbad\nnav\nfoot",
    "d": b"head\nnav\nfoot",
    "e": b"two\nhead\nnav\nthree",
}


def test_lines_between_clean_neighbours_are_looked_at_once_and_others_in_every_file() -> None:
    seen: list[bytes] = []

    def find(data: bytes) -> str | None:
        seen.append(data)
        return "bad" if b"bad" in data else None

    assert list(suspects(FILES, FILES.__getitem__, find)) == [("b", "bad"), ("c", "bad")]
    assert seen == [
        b"head\nnav\none\nnav\nfoot\n",
        b"nav\nbad\nnav",
        b"nav\nbad\nnav",
        b"",
        b"two\nhead\n\0\nnav\nthree\n",
    ]


def test_a_name_that_goes_on_in_the_next_line_is_seen_though_both_lines_are_known() -> None:
    files = {"a": b"Bad\nOrt", "b": b"Muster\nBad", "c": b"Bad\nMuster"}
    assert list(suspects(files, files.__getitem__, lambda data: b"Bad\nMuster" in data or None)) == [("c", True)]
