"""Regular expressions in Rust, for questions to which nearly every text says no: one pass, whatever is asked about.

The engine is the one that pydantic brings for patterns of strings. It knows no assertions (`(?<!…)`, `(?=…)`), so it
says only whether Python's own expressions, which also find the place, have to look.
"""

from collections.abc import Callable

from pydantic_core import SchemaValidator, core_schema


def scanner(pattern: str) -> Callable[[str], bool]:
    """Tells whether the pattern is found in a text; never in one that holds half characters (surrogates)."""
    return SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python
