"""What a disk refuses, in German and with a remedy."""

import errno

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


def said(error: OSError) -> str:
    """The sentence for an error; what nobody foresaw in the words of the system."""
    reason = _REASONS.get(error.errno or 0, f"Das System meldet: {error.strerror or error}")
    return visible(f"{error.filename}: {reason}" if error.filename else reason)
