"""`python -m tests.fuzzing.watching TARGET [libFuzzer's options] FOLDER…`: one target, watched by atheris.

A process of its own, because libFuzzer ends it. Atheris must see every module before anybody imports it.
"""

import sys

import atheris

from tests.fuzzing import targets

WATCHED = ["plugins", "search", "markdown_it", "bs4", "markdownify", "html.parser"]


def main() -> None:
    """Run until libFuzzer has enough."""
    name = sys.argv.pop(1)
    with atheris.instrument_imports(include=WATCHED, enable_loader_override=False):
        target = targets.target(name)
        from tests.fuzzing.measured import measured

        check = measured(target)
    atheris.Setup(sys.argv, check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
