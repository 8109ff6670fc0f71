"""The facts of a file in the form of the house: lines that YAML would refuse or misread, dates, amounts, choices."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from plugins.catalog import labels, nodes, tolerant
from plugins.catalog.manuscript import Manuscript, NotChangedError
from plugins.catalog.nodes import Node, NodeError
from plugins.catalog.places import Place
from plugins.catalog.records.base import Record, marked_fields
from plugins.catalog.records.fields import RefersTo, Section
from plugins.catalog.shapes import choices, holds
from plugins.catalog.written import WrittenValue, record_of, written_values

_INDENT = 2
_KEY = re.compile(r"( *(?:- +)*)[\w-]+:(?: +(\S.*)|\s|$)")
_TAB_BEFORE_KEY = re.compile(r" *\t\s*[\w-]+:")
_HARD_SPACE = re.compile(r"^[ \u00a0]*(?:-[ \u00a0]+)?(?:[a-z_]+:[ \u00a0]+)?", re.MULTILINE)


def readable(facts: str) -> str:
    """The facts with every line mended for which there is one way to do so; the others stay as they are."""
    spaced = _HARD_SPACE.sub(lambda found: found[0].replace("\u00a0", " "), _without_blanks(facts))
    text = spaced if _mistake(spaced)[0] >= _mistake(facts)[0] else facts
    for _ in text.split("\n"):
        line, mended = _mistake(text)
        if not mended:
            break
        text = _with_line(text, line, mended)
    return text


def _with_line(text: str, line: int, mended: str) -> str:
    """The text with this line mended; the text itself when that does not lead further."""
    lines = text.split("\n")
    written, above = lines[line - 1], lines[: line - 1]
    indents = [_indent(written), *_beside_keys(above)] if _TAB_BEFORE_KEY.match(written) else [_indent(written)]
    tried = [_further(text, "\n".join([*above, indent + mended, *lines[line:]])) for indent in indents]
    if tried[0] != text:
        return tried[0]
    better = {one for one in tried if one != text}
    return better.pop() if len(better) == 1 else text


def _beside_keys(above: list[str]) -> set[str]:
    """How far the keys above are indented, up to the next that is not, and what stands under one without a value."""
    columns: set[int] = set()
    for nearest, found in enumerate(filter(None, map(_KEY.match, reversed(above)))):
        columns |= {len(found[1])} if nearest or found[2] else {len(found[1]), len(found[1]) + _INDENT}
        if not found[1]:
            break
    return {" " * column for column in columns if column}


def _without_blanks(facts: str) -> str:
    """No blanks at the ends of lines, unless a text over several lines means them."""
    bare = "\n".join(line.rstrip(" \t") for line in facts.split("\n"))
    try:
        same = nodes.parse(facts, "").plain() == nodes.parse(bare, "").plain()
    except NodeError:
        same = True
    return bare if same else facts


def _further(before: str, after: str) -> str:
    """The later text when its first mistake stands further down, else the earlier."""
    return after if _mistake(after)[0] > _mistake(before)[0] else before


def _mistake(text: str) -> tuple[int, str]:
    """The line of the first mistake and how it reads without; a line behind all when there is none."""
    try:
        nodes.parse(text, "")
    except NodeError as error:
        return error.problem.place.line, error.mended
    return text.count("\n") + 2, ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())].replace("\t", " " * _INDENT)


def canonical(manuscript: Manuscript, model: type[Record]) -> Manuscript:
    """Every key, date, amount, choice and name of a file in the form of the house, where it has one meaning."""
    try:
        manuscript = _with_keys(manuscript, model)
        found = list(written_values(manuscript.tree(), model))
    except NodeError:
        return manuscript
    for written, better in _better(found):
        try:
            manuscript = manuscript.changed(written.way, better)
        except NotChangedError:
            continue
    return manuscript


def _with_keys(manuscript: Manuscript, model: type[Record]) -> Manuscript:
    """The German name of a field, or its key in capitals, as the key: „Titel:“ → `title:`."""
    lines = manuscript.text.split("\n")
    for place, written, key in _keys(manuscript.tree(), model):
        line, start = lines[place.line - 1], place.column - 1
        if line.startswith(written, start):
            lines[place.line - 1] = line[:start] + key + line[start + len(written) :]
    renamed = replace(manuscript, text="\n".join(lines))
    renamed.tree()
    return renamed


def _keys(node: Node, model: type[Record]) -> Iterator[tuple[Place, str, str]]:
    """Where a wrong key stands whose meaning is sure, it, and the right one, also in the records inside."""
    texts = marked_fields(model, Section).keys() | model.computed
    fields = {name: field for name, field in model.model_fields.items() if name not in texts}
    words = {word.casefold(): name for name, field in fields.items() for word in (field.title or name, name)}
    for key, child in node.value.items() if isinstance(node.value, dict) else ():
        meant = words.get(key.casefold(), key)
        if meant != key and meant not in node.keys:
            yield node.keys[key], key, meant
        for one in child.value if isinstance(child.value, list) else [child]:
            if inner := record_of(one, model, meant):
                yield from _keys(one, inner)


def _better(found: list[WrittenValue]) -> Iterator[tuple[WrittenValue, str]]:
    for written in found:
        better = _form_of_the_house(written)
        if better and better != written.value:
            yield written, better


def _form_of_the_house(written: WrittenValue) -> str:
    """Empty when nothing is to be done, or nothing sure."""
    annotation, value = written.field.annotation, written.value
    if holds(annotation, datetime.date):
        found = tolerant.day(value)
        return tolerant.as_written(found) if found else ""
    if holds(annotation, Decimal):
        amount = tolerant.amount(value)
        return tolerant.as_written(amount) if amount is not None and not value.isdigit() else ""
    if listed := [str(choice) for choice in choices(annotation)]:
        words = {labels.CHOICES.get(choice, choice).casefold(): choice for choice in listed}
        meant = tolerant.bare(value).casefold()
        return words.get(meant) or (meant if meant in listed else "")
    return tolerant.bare(value) if written.name in marked_fields(written.model, RefersTo) else ""
