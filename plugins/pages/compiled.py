"""The Python that Jinja makes of templates: compiled once for all languages, every portal and the next builds."""

import hashlib
import marshal
import sys
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from plugins.catalog.kept import Kept

MOST = 4
"""So many stay of a template: it, and a few steps back."""

_OURS = ("compiled.py", "compiling.py", "environments.py", "sentences.py")
_LOADED: dict[str, CodeType] = {}


class Compiled(BytecodeCache):
    """Code of templates, kept under the digest of everything that it is made of."""

    def __init__(self, kept: Kept, settings: Mapping[str, Any]) -> None:
        self.kept = kept
        self.made_of = _compiler(), sorted(settings.items())

    def load_bytecode(self, bucket: Bucket) -> None:
        """What Jinja asks before it compiles."""
        name = self._name(bucket)
        if name not in _LOADED and (found := self.kept.get(name)):
            _LOADED[name] = marshal.loads(found)  # noqa: S302 - what is kept proves that a build has written it
        bucket.code = _LOADED.get(name)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """What Jinja hands over after it has compiled."""
        name = self._name(bucket)
        if bucket.code:
            _LOADED[name] = bucket.code
            self.kept.put(name, marshal.dumps(bucket.code))
            self.kept.forget(f".{bucket.key}", MOST)

    def _name(self, bucket: Bucket) -> str:
        digest = hashlib.sha256(repr((self.made_of, bucket.checksum)).encode()).hexdigest()
        return f"{digest[:32]}.{bucket.key}"


@cache
def _compiler() -> str:
    """The digest of Jinja, Python, and what we add."""
    sources = (Path(__file__).with_name(name).read_text("utf-8") for name in _OURS)
    return hashlib.sha256(repr((metadata.version("jinja2"), sys.version, *sources)).encode()).hexdigest()
