"""The Python that templates become: values are asked for what they have, and a call is a call."""

from collections.abc import Callable, Mapping
from types import CodeType
from typing import Any, cast

from jinja2 import Template as JinjaTemplate
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Call, Expr, Getattr, Template, TemplateData
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from plugins.interface.escaping import escaped, joined, markup
from plugins.pages.sentences import Sentences, in_language, is_sentence


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
    """The Python of a template, the same for every language: its sentences are marked."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:  # noqa: N802 - named by Jinja
        """The whole template."""
        super().visit_Template(Sentences().visit(node), frame)

    def write_commons(self) -> None:
        """The names every function of a template begins with; ours take the place of Jinja's."""
        super().write_commons()
        for name in OURS:
            self.writeline(f"{name} = environment.{name}")

    def visit_TemplateData(self, node: TemplateData, frame: Frame) -> None:  # noqa: N802 - named by Jinja
        """A text in an expression; a sentence is made markup once, when it is put into a language."""
        if is_sentence(node.data):
            self.write(repr(node.data))
        else:
            super().visit_TemplateData(node, frame)

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        """Before a value that is to be written: nothing is called for what is markup already."""
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("one if type(one := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write(") is IsMarkup else escape(one)")
        else:
            super()._output_child_post(node, frame, finalize)

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - named by Jinja
        """What a value has; Jinja's own would also look for an entry of this name."""
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """A call; Jinja's own would look at every callable for what it wants to be told of the page."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class PageTemplate(JinjaTemplate):
    """A template in the language of its environment."""

    @classmethod
    def from_code(cls, environment: Any, code: CodeType, *more: Any) -> "PageTemplate":
        """Its code says the sentences from now on."""
        return cast(PageTemplate, super().from_code(environment, in_language(code, environment.gettext), *more))


OURS: Mapping[str, Any] = {
    "escape": escaped,
    "IsMarkup": Markup,
    "Markup": markup,
    "markup_join": joined,
    "Macro": PageMacro,
}
"""What the code of a template uses in place of what Jinja has under the same name."""
