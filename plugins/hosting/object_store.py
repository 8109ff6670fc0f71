"""A portal on its way into an object store: each file with its type and its time of keeping, in an order that holds.

What pages name comes before them, and the pointer to the search files last; so no reader meets a name without a file.
"""

from collections.abc import Collection, Iterator

from plugins.hosting.headers import BRIEFLY, FOR_EVER, KEEPING
from plugins.hosting.media_types import AT, BY_ENDING, media_type

FILE = ".hosting/object-store.sh"

_START = """\
# Into a bucket, from the folder of the portal: sh .hosting/object-store.sh s3://our-portal
set -eu
bucket=$1
put() {
    type=$1 keep=$2
    shift 2
    aws s3 cp . "$bucket" --recursive --no-progress --content-type "$type" --cache-control "$keep" --exclude "*" "$@"
}
"""
_KEPT = [where[1:] for where, value in KEEPING.elsewhere if value == FOR_EVER]
_POINTERS = [where[1:] for where, value in KEEPING.elsewhere if value == BRIEFLY]
_NAMED = {where[1:]: kind for where, kind in AT.items()}
_FILES = {f"*.{ending}": kind for ending, kind in BY_ENDING.items() if ending != "html"}


def lines() -> Iterator[str]:
    """The whole script, the same for every portal; what has no ending of ours stays where it is."""
    yield _START
    for folder in _KEPT:
        yield from (_put(kind, FOR_EVER, f"{folder[:-1]}{files}", _POINTERS) for files, kind in _FILES.items())
    yield from (_put(kind, BRIEFLY, files, (*_KEPT, *_NAMED)) for files, kind in _FILES.items())
    yield from (_put(kind, BRIEFLY, files) for files, kind in _NAMED.items())
    yield _put(BY_ENDING["html"], BRIEFLY, "*.html")
    yield from (_put(media_type(f"/{pointer}"), BRIEFLY, pointer) for pointer in _POINTERS)


def _put(kind: str, keep: str, files: str, but: Collection[str] = ()) -> str:
    """One kind of file; a later word of the command counts more than an earlier one."""
    left_out = "".join(f' --exclude "{one}"' for one in but)
    return f'put "{kind}" "{keep}" --include "{files}"{left_out}\n'
