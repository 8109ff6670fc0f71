"""Text of unknown origin stays text in a comment."""

from plugins.review.markdown import block, code, first


def test_words_are_code_so_that_nobody_is_called_and_nothing_is_linked() -> None:
    assert code("@anna #12 www.x.example <b>") == "`@anna #12 www.x.example <b>`"


def test_backticks_cannot_end_the_code() -> None:
    assert code("a`b``c") == "``` a`b``c ```"
    assert block(["````", "text"], "diff") == "`````diff\n````\ntext\n`````"


def test_a_line_break_is_shown_and_does_not_begin_a_line() -> None:
    assert code("Hund\n/close") == r"`Hund\n/close`"
    assert block(["Hund\r/close"]) == "```text\nHund\\r/close\n```"


def test_nothing_is_still_code() -> None:
    assert code("") == "` `"


def test_a_long_line_is_cut() -> None:
    assert code("x" * 400) == f"`{'x' * 300} …`"


def test_many_lines_end_in_their_number() -> None:
    assert first(["a", "b", "c"], 1, "Zeilen") == ["a", "… und 2 weitere Zeilen"]
    assert first(["a", "b"], 2, "Zeilen") == ["a", "b"]
