"""Sentences of the templates in a language, put in place when a template is compiled: a page looks nothing up."""

import re
from collections.abc import Callable, Iterator, Sequence

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer
from markupsafe import escape

Gettext = Callable[[str], str]
"""The words for a German sentence."""

_HOLE = re.compile(r"%\((\w+)\)s")


class Sentences(NodeTransformer):
    """Replaces `_("…")` by its words, and `_("… %(day)s", day=…)` by its words with the values between them."""

    def __init__(self, gettext: Gettext) -> None:
        self.gettext = gettext

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - named by Jinja
        """A call of `_` is its words; any other call stays."""
        self.generic_visit(node)
        is_sentence = isinstance(node.node, nodes.Name) and node.node.name == "_"
        return _joined([*self._pieces(node)], node.lineno) if is_sentence else node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - named by Jinja
        """A sentence among texts of the template is one text with them."""
        self.generic_visit(node)
        return _joined(node.nodes, node.lineno) if any(map(_is_written, node.nodes)) else node

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802 - named by Jinja
        """What is written as it comes needs not to be joined before."""
        self.generic_visit(node)
        node.nodes = [piece for child in node.nodes for piece in _opened(child)]
        return node

    def _pieces(self, node: nodes.Call) -> Iterator[nodes.Expr]:
        """Words and values in turn; words are ours and may hold markup."""
        values = {keyword.key: keyword.value for keyword in node.kwargs}
        match node.args:
            case [nodes.Const(value=str(german))]:
                words = _HOLE.split(self.gettext(german))
            case _:
                raise TemplateSyntaxError("Only a sentence that stands in the template has a translation", node.lineno)
        for number, piece in enumerate(words):
            if number % 2 == 0:
                yield nodes.TemplateData(piece % (), lineno=node.lineno)
            elif piece in values:
                yield values[piece]
            else:
                raise TemplateSyntaxError(f"„{german}“ needs a value for „{piece}“", node.lineno)


def _is_written(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.TemplateData)


def _joined(pieces: Sequence[nodes.Expr], lineno: int) -> nodes.Expr:
    """One text where every piece is known; else, to be joined on the page, what begins with markup."""
    if all(isinstance(piece, nodes.TemplateData | nodes.Const) for piece in pieces):
        return nodes.TemplateData("".join(map(_markup, pieces)), lineno=lineno)
    return nodes.Concat([nodes.TemplateData("", lineno=lineno), *pieces], lineno=lineno)


def _markup(piece: nodes.Expr) -> str:
    return piece.data if isinstance(piece, nodes.TemplateData) else str(escape(piece.as_const()))


def _opened(node: nodes.Expr) -> list[nodes.Expr]:
    return node.nodes if isinstance(node, nodes.Concat) and any(map(_is_written, node.nodes)) else [node]
