"""Pages made harmless and short before they are read: no scripts, no comments, no tag without an end.

Python's parser takes quadratic time for many openings without an end; here every search that fails ends the reading.
"""

import re

_SPANS = tuple(
    (re.compile(begin, re.IGNORECASE), re.compile(end, re.IGNORECASE))
    for begin, end in (
        ("<!--", "-->"),
        *(
            (rf"<{name}\b", rf"</{name}\b[^<>]{{0,99}}>")
            for name in ("script", "style", "textarea", "noscript", "template", "svg", "select", "iframe", "object")
        ),
    )
)
_LONGEST_TAG = 20_000


def defused(html: str) -> str:
    """The page without what no reader sees."""
    for begin, end in _SPANS:
        html = _without(html, begin, end)
    text, *parts = html.split("<")
    return text + "".join(map(_tag, parts))


def _without(html: str, begin: re.Pattern[str], end: re.Pattern[str]) -> str:
    kept: list[str] = []
    at = 0
    while start := begin.search(html, at):
        kept.append(html[at : start.start()])
        stop = end.search(html, start.end())
        at = stop.end() if stop else len(html)
    return "".join(kept) + html[at:]


def _tag(part: str) -> str:
    """What follows a `<`: a tag stays one, a declaration goes, anything else is text."""
    if part[:1] in ("!", "?"):
        return part.partition(">")[2]
    is_tag = part[:1].isalpha() or part[:1] == "/"
    end = part.find(">")
    if not is_tag or end < 0:
        return f"&lt;{part}"
    return f"<{part}" if end <= _LONGEST_TAG else f"<{part.split(maxsplit=1)[0]}{part[end:]}"
