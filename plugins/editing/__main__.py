"""`python -m plugins.editing vscode [FOLDER]` writes the settings and schemas for Visual Studio Code into a folder."""

import argparse
from pathlib import Path

from plugins.editing import vscode


def main(arguments: list[str] | None = None) -> None:
    """Write what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m plugins.editing", description="Hilfen für andere Editoren")
    parser.add_argument("editor", choices=["vscode"], help="Visual Studio Code")
    parser.add_argument("folder", nargs="?", default=".", help="Ordner, der dort geöffnet wird")
    options = parser.parse_args(arguments)
    for name, text in vscode.files().items():
        file = Path(options.folder) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
