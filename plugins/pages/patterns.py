"""The pattern page: every component with its examples, as the templates would show it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment
from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Example:
    """One call of a component's macro and the HTML it gives."""

    name: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Component:
    """A folder in `theme/components/`."""

    name: str
    examples: tuple[Example, ...]


class Values(dict[str, Any]):
    """Written values, asked for as those of records are: `office.name`."""

    def __getattr__(self, name: str) -> Any:
        """The value of this name."""
        try:
            return self[name]
        except KeyError as error:
            raise AttributeError(name) from error


def components(folder: Path, environment: Environment) -> list[Component]:
    """All components with their examples (`examples.yaml`: name → arguments of the macro)."""
    return [_component(path.parent, environment) for path in sorted(folder.glob("*/examples.yaml"))]


def _component(folder: Path, environment: Environment) -> Component:
    name = folder.name
    template: Any = environment.get_template(f"components/{name}/{name}.html")
    macro = getattr(template.module, name.replace("-", "_"))
    examples = yaml.safe_load((folder / "examples.yaml").read_text("utf-8"))
    return Component(name, tuple(Example(title, macro(**asked(values))) for title, values in examples.items()))


def asked(written: Any) -> Any:
    """The same with names for what stands in dictionaries, as templates ask for it."""
    if isinstance(written, list):
        return [asked(one) for one in written]
    return Values((name, asked(one)) for name, one in written.items()) if isinstance(written, dict) else written
