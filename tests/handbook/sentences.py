"""What the code says to editors, read from its source: every German sentence, and the parts of those with gaps."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.portals import PROJECT

_MAKES_MESSAGES = re.compile(r"\b(?:[Pp]roblem|hint|Complaint|AddressError|PydanticCustomError)\(")
_TWO_WORDS = re.compile(r"[A-ZÄÖÜa-zäöüßé„“:)]+,? [a-zäöüßA-ZÄÖÜ„(]+")
_NO_SENTENCE = re.compile(r"\b(?:while|found|expected|allowed|start|list|zwei drei|dreizehn vierzehn)\b")
_NOT_SAID = re.compile(r"(?:re\.compile|labelled|NodeError|Section)\(|.*\.split\(\)$", re.DOTALL)


def modules() -> list[Path]:
    """Where messages to editors are made."""
    files = sorted([*PROJECT.glob("plugins/catalog/**/*.py"), *PROJECT.glob("plugins/language/**/*.py")])
    return [file for file in files if _MAKES_MESSAGES.search(file.read_text("utf-8"))]


def sentences(path: Path) -> Iterator[str]:
    """The pieces of German text of a module, without docstrings and patterns."""
    tree = ast.parse(path.read_text("utf-8"))
    silent = {id(inner) for node in ast.walk(tree) if _is_silent(node) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in silent:
            pieces = (piece.strip() for piece in re.split(r"\{\w+\}", node.value))
            yield from (piece for piece in pieces if _TWO_WORDS.search(piece) and not _NO_SENTENCE.search(piece))


def _is_silent(node: ast.AST) -> bool:
    """True for docstrings, declarations and patterns."""
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return is_docstring or (isinstance(node, ast.Call) and bool(_NOT_SAID.match(ast.unparse(node))))
