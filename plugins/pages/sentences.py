"""Sentences of the templates: marked when a template is compiled, put into a language when its code is taken."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from plugins.interface.escaping import escaped, markup

Gettext = Callable[[str], str]
"""The words for a German sentence."""

_HOLE = re.compile(r"%\((\w+)\)s")
_MARKED = re.compile("\x01([^\x02]*)\x02")


class Sentences(NodeTransformer):
    """Replaces `_("…")` by the marked sentence, and `_("… %(day)s", day=…)` by the sentence filled with its values."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named by Jinja
        """A call of `_` is a sentence; any other call stays."""
        self.generic_visit(node)
        is_sentence = isinstance(node.node, nodes.Name) and node.node.name == "_"
        return _sentence(node) if is_sentence else node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - named by Jinja
        """A sentence among texts of the template is one text with them."""
        self.generic_visit(node)
        return _joined(node.nodes, node.lineno) if any(map(_is_written, node.nodes)) else node


@lru_cache(maxsize=1024)
def in_language(code: CodeType, gettext: Gettext) -> CodeType:
    """The code of a template with the words of a language where sentences are marked; words may hold markup."""

    def spoken(constant: Any) -> Any:
        if isinstance(constant, CodeType):
            return in_language(constant, gettext)
        if isinstance(constant, tuple):
            return tuple(map(spoken, constant))
        return said(constant) if isinstance(constant, str) else constant

    def said(constant: str) -> str:
        found = _MARKED.sub(words, constant)
        return markup(found) if is_sentence(constant) else found

    def words(sentence: re.Match[str]) -> str:
        found = gettext(sentence[1])
        return found if _HOLE.search(sentence[1]) else found % ()

    return code.replace(co_consts=tuple(map(spoken, code.co_consts)))


def is_sentence(text: str) -> bool:
    """True for one marked sentence and nothing else: the code of a language has it as markup."""
    return _MARKED.fullmatch(text) is not None


def filled(words: str, values: dict[str, Any]) -> str:
    """A sentence with values, in the order of its language."""
    return markup(str(words) % {name: escaped(value) for name, value in values.items()})


def _sentence(node: nodes.Call) -> nodes.Expr:
    """The marked sentence, or the call that fills it."""
    match node.args:
        case [nodes.Const(value=str(german))]:
            marked = nodes.TemplateData(f"\x01{german}\x02", lineno=node.lineno)
        case _:
            raise TemplateSyntaxError("Only a sentence that stands in the template has a translation", node.lineno)
    if missing := set(_HOLE.findall(german)) - {keyword.key for keyword in node.kwargs}:
        raise TemplateSyntaxError(f"„{german}“ needs a value for „{min(missing)}“", node.lineno)
    if not node.kwargs:
        return marked
    values = nodes.Dict([nodes.Pair(nodes.Const(keyword.key), keyword.value) for keyword in node.kwargs])
    return nodes.Call(nodes.EnvironmentAttribute("filled"), [marked, values], [], None, None, lineno=node.lineno)


def _is_written(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData)


def _joined(pieces: Sequence[nodes.Expr], lineno: int) -> nodes.Expr:
    """One text where every piece is known; else, to be joined on the page, what begins with markup."""
    if all(isinstance(piece, nodes.TemplateData | nodes.Const) for piece in pieces):
        return nodes.TemplateData("".join(map(_markup, pieces)), lineno=lineno)
    return nodes.Concat([nodes.TemplateData("", lineno=lineno), *pieces], lineno=lineno)


def _markup(piece: nodes.Expr) -> str:
    return piece.data if isinstance(piece, nodes.TemplateData) else str(escape(piece.as_const()))
