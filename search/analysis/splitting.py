"""Text → lower-case words. Twin: `split` in `theme/scripts/search/words.mjs`."""

import re
import unicodedata

_GENDER_FORM = re.compile(r"([^\W_]{3})(?:[*:_·]|/-?|\()in(?:nen)?(?![^\W_])")
"""„bürger*innen“, „schüler:in“, „antragsteller/-in“, „ausländer(in)“: the ending after the mark."""

_BEYOND = 0x10000
_WORD = re.compile(r"(?:(?![\U00010000-\U0010ffff])[^\W_])+")
"""Letters and digits of the Basic Multilingual Plane: beyond it, Python and JavaScript sort words differently."""


class _Unseen(dict[int, int | None]):
    """What is left of a character, for `translate`: nothing of a combining mark or what is invisible."""

    def __missing__(self, code: int) -> int | None:
        is_seen = code >= _BEYOND or unicodedata.category(chr(code)) not in {"Mn", "Mc", "Me", "Cf"}
        return self.setdefault(code, code if is_seen else None)


_UNSEEN = _Unseen()


def split(text: str) -> list[str]:
    """The words of a text: NFC, lower case, without gender endings; everything but letters and digits separates."""
    return _WORD.findall(_GENDER_FORM.sub(r"\1", without_unseen(unicodedata.normalize("NFC", text).lower())))


def without_unseen(text: str) -> str:
    """The text without combining marks and invisible characters, such as the soft hyphen in „Personal\u00adausweis“."""
    return text.translate(_UNSEEN)
