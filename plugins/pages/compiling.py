"""The Python that templates become: values are asked for what they have, a call is a call, a text is escaped once."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Getattr, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe._speedups import _escape_inner

from plugins.pages.sentences import Sentences

markup: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Markup of a text, without the question what else it could be of."""


def escaped(value: Any) -> str:
    """HTML of a value as `markupsafe.escape` gives it, without an object around what is only to be written."""
    if type(value) is str:
        return _escape_inner(value)
    return value if type(value) is Markup else escape(value)


def joined(pieces: Iterable[Any]) -> str:
    """What `~` puts together: markup as soon as one piece is."""
    if Markup in map(type, pieces):
        return markup("".join(map(escaped, pieces)))
    return "".join(map(str, pieces))


class PageMacro(Macro):
    """A macro; called by position, as components are, it does not look for names."""

    def __call__(self, *values: Any, **named: Any) -> str:
        """What it says of these values."""
        absent = self._argument_count - len(values)
        if named or absent < 0 or self.catch_varargs or self.caller:
            return super().__call__(*values, **named)
        return markup(self._func(*values, *(missing,) * absent))


class Names(dict[str, Any]):
    """What the names in a template mean: values of the page, values of the portal, components of the theme.

    A component goes by its name everywhere: `notice` is the macro in `components/notice/notice.html`.
    """

    def __init__(self, values: Mapping[str, Any], component: Callable[[str], Any]) -> None:
        super().__init__(values)
        self.component = component

    def __missing__(self, name: str) -> Any:
        """A component, or nothing."""
        return self.component(name)


class PageContext(Context):
    """One page. What is called gets its arguments and nothing else: nothing here asks Jinja for the context."""

    def __init__(self, environment: Any, parent: Mapping[str, Any], *more: Any, **named: Any) -> None:
        names = Names(parent, environment.component)
        super().__init__(environment, names, *more, **named)
        self.vars = names
        self.resolve_or_missing = names.__getitem__  # type: ignore[assignment, method-assign]


class PageCode(CodeGenerator):
    """The Python of a template, with its sentences in the language of the environment."""

    environment: Any

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802 - named by Jinja
        """The whole template."""
        super().visit_Template(Sentences(self.environment.gettext).visit(node), frame)

    def write_commons(self) -> None:
        """The names every function of a template begins with; ours take the place of Jinja's."""
        super().write_commons()
        for name in OURS:
            self.writeline(f"{name} = environment.{name}")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - named by Jinja
        """What a value has; Jinja's own would also look for an entry of this name."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call; Jinja's own would look at every callable for what it wants to be told of the page."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


OURS: Mapping[str, Any] = {"escape": escaped, "Markup": markup, "markup_join": joined, "Macro": PageMacro}
"""What the code of a template uses in place of what Jinja has under the same name."""
