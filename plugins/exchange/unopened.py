"""Why a file does not open: German, with the remedy."""

from pathlib import Path


def reason(path: Path, error: OSError) -> str:
    """A sentence about the file or its folder."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        missing = f"Die Datei {path}" if path.parent.is_dir() else f"Den Ordner {path.parent}"
        return f"{missing} gibt es nicht. Prüfen Sie den Namen."
    if isinstance(error, IsADirectoryError):
        return f"{path} ist ein Ordner. Geben Sie eine Datei an."
    if isinstance(error, PermissionError):
        return f"{path} ist gesperrt; vielleicht noch in Excel geöffnet. Schließen Sie die Datei dort."
    return f"{path} lässt sich nicht öffnen ({error.strerror or error}). Prüfen Sie Datenträger und Netzlaufwerk."
