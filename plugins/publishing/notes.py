"""What is known about a release and stands in none of its files: when it came, after which, what was overridden."""

import datetime
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError


class Note(BaseModel):
    """`commit` is that of the content, `follows` the release that was online before; `allowed` what gates had said."""

    model_config = ConfigDict(frozen=True)

    commit: str = ""
    published: datetime.datetime | None = None
    follows: str = ""
    allowed: Mapping[str, Sequence[str]] = {}

    def write(self, file: Path) -> None:
        """Keep it; it outlives a power cut."""
        with file.open("w", encoding="utf-8") as opened:
            opened.write(self.model_dump_json(indent=1) + "\n")
            opened.flush()
            os.fsync(opened.fileno())

    @classmethod
    def read(cls, file: Path) -> "Note":
        """What was kept; an empty note where there is none, or none that can be read."""
        try:
            return cls.model_validate_json(file.read_bytes())
        except (OSError, ValidationError):
            return cls()
