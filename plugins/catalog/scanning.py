"""Regular expressions in Rust, for questions to which nearly every text says no: one pass, whatever is asked about.

The engine is the one that pydantic brings for patterns of strings. It knows no assertions (`(?<!…)`, `(?=…)`), so it
says only whether Python's own expressions, which also find the place, have to look.
"""

from collections.abc import Callable

from pydantic_core import SchemaValidator, ValidationError, core_schema

_is_text = SchemaValidator(core_schema.str_schema(pattern="")).isinstance_python


def scanner(pattern: str) -> Callable[[str | bytes], bool]:
    """Tells whether the pattern may be found: also true of bytes that are no UTF-8, and of half characters."""
    is_found = SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python
    return lambda text: is_found(text) or not (text.isascii() or _is_text(text))


def byte_scanner(pattern: str) -> Callable[[bytes], bool]:
    """The same for long texts that are bytes: in a text in which nothing is found, none is made of them."""
    validate = SchemaValidator(core_schema.str_schema(pattern=pattern)).validate_python

    def finds(text: bytes) -> bool:
        try:
            validate(text)
        except ValidationError as error:
            return error.errors(include_input=False)[0]["type"] != "string_pattern_mismatch"
        return True

    return finds
