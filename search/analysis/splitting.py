"""Text → lower-case words. Twin: `split` in `theme/scripts/search/words.mjs`."""

import re
import unicodedata

_GENDER_FORM = re.compile(r"([^\W_]{3})(?:[*:_·]|/-?|\()in(?:nen)?(?![^\W_])")
"""„bürger*innen“, „schüler:in“, „antragsteller/-in“, „ausländer(in)“: the ending after the mark."""

_WORD = re.compile(r"(?:(?![\U00010000-\U0010ffff])[^\W_])+")
"""Letters and digits of the Basic Multilingual Plane: beyond it, Python and JavaScript sort words differently."""

_UNSEEN = dict.fromkeys(code for code in range(0x10000) if unicodedata.category(chr(code)) in {"Mn", "Mc", "Me", "Cf"})


def split(text: str) -> list[str]:
    """The words of a text: NFC, lower case, without gender endings; everything but letters and digits separates."""
    return _WORD.findall(_GENDER_FORM.sub(r"\1", without_unseen(unicodedata.normalize("NFC", text).lower())))


def without_unseen(text: str) -> str:
    """The text without combining marks and invisible characters, such as the soft hyphen in „Personal\u00adausweis“."""
    return text.translate(_UNSEEN)
