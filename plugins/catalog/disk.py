"""What a disk refuses, in German and with a remedy."""

import errno
from pathlib import Path

from plugins.catalog.printing import visible

_REASONS = {
    errno.ENOSPC: "Der Datenträger ist voll. Schaffen Sie Platz und wiederholen Sie den Befehl.",
    errno.EDQUOT: "Das Kontingent auf dem Datenträger ist erschöpft. Schaffen Sie Platz oder lassen Sie es erhöhen.",
    errno.EFBIG: "Eine Datei wird größer, als es hier erlaubt ist. Sehen Sie nach mit: ulimit -f",
    errno.EROFS: "Hier darf nur gelesen werden. Nehmen Sie einen Ordner, in den geschrieben werden darf.",
    errno.EACCES: "Das Recht dazu fehlt. Sehen Sie nach, wem der Ordner gehört: ls -ld",
    errno.EPERM: "Das ist hier nicht erlaubt. Kennt dieses Dateisystem Rechte und Verknüpfungen?",
    errno.EXDEV: "Das liegt auf einem anderen Dateisystem. Alles unter OUTPUT muss auf demselben liegen.",
    errno.EIO: "Der Datenträger meldet einen Fehler. Lassen Sie ihn prüfen.",
    errno.ENOTDIR: "Das ist eine Datei, wo ein Ordner sein müsste. Verschieben Sie sie.",
    errno.EEXIST: "Das gibt es schon, und es ist etwas anderes. Verschieben Sie es.",
    errno.EISDIR: "Das ist ein Ordner, wo eine Datei sein müsste. Verschieben Sie ihn.",
}


def said(error: OSError, folder: Path | None = None) -> str:
    """The sentence for an error, in the system's words if nobody foresaw it; names `folder` where it names no file."""
    reason = _REASONS.get(error.errno or 0, f"Das System meldet: {error.strerror or error}")
    where = error.filename or folder
    return visible(f"{where}: {reason}" if where else reason)
