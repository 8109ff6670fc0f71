"""An ordinary file of an ordinary size; nothing else below a content folder is opened."""

import os
from pathlib import Path
from stat import S_ISREG

_NO_LINKS = "Verknüpfungen sind in den Inhalten nicht erlaubt; legen Sie die Datei selbst hierher."


class RefusedError(ValueError):
    """Why a file is not taken; the message goes on from its subject „Die Datei“, the hint says what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def opened(path: Path | str, most: int, too_large: RefusedError) -> bytes:
    """The bytes of a file that has at most so many. Raises `RefusedError`, for a larger one the given."""
    status = os.lstat(path)
    if not S_ISREG(status.st_mode):
        raise RefusedError("ist keine gewöhnliche Datei", _NO_LINKS)
    if status.st_size > most:
        raise too_large
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - thousands of names, each of them opened once
            return file.read(status.st_size + 1)
    except OSError as error:
        raise RefusedError("lässt sich nicht öffnen", f"Das Betriebssystem sagt: {error.strerror}.") from error
