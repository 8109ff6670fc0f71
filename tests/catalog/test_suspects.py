"""What many files have in common is looked at once, and no file with something in it is passed over."""

from plugins.catalog.suspects import suspects

FILES = {
    "a": b"head\none\nfoot",
    "b": b"head\nbad\nfoot",
    "c": b"head\nbad\nfoot",
    "d": b"head\ntwo\nfoot",
}


def test_clean_lines_are_looked_at_once_and_others_in_every_file() -> None:
    seen: list[bytes] = []

    def find(data: bytes) -> str | None:
        seen.append(data)
        return "bad" if b"bad" in data else None

    assert list(suspects(FILES, FILES.__getitem__, find)) == [("b", "bad"), ("c", "bad")]
    assert seen == [b"head\none\nfoot", b"bad", b"bad", b"two"]
