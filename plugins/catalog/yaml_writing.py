"""Values as an editor writes them in YAML: one line for a short list, no quotes that nobody needs."""

from collections.abc import Mapping, Sequence
from typing import Any

import yaml

_SHORT_LIST = 80


def as_yaml(values: Mapping[str, Any]) -> str:
    """Lines for a mapping of words, lists and mappings, in its order."""
    return yaml.dump(dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000)


class _Dumper(yaml.SafeDumper):
    """Writes every scalar as text: the catalog reads no types, so `115` and `2026-06-08` need no quotes."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:
        return super().represent_sequence(tag, sequence, _is_short(sequence))


_Dumper.yaml_implicit_resolvers = {}


def _is_short(values: Sequence[Any]) -> bool:
    """True for a list of words that fits on one line."""
    return all(isinstance(value, str) for value in values) and sum(len(value) + 2 for value in values) <= _SHORT_LIST
