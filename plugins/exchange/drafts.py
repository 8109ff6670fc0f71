"""Drafts of services from sources that do not say everything: what is known, how surely, and what an editor must add.

What a source does not say stays empty, and the check asks for it: a draft cannot pass as finished.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Annotated, Any

from pydantic import TypeAdapter, ValidationError

from plugins.authoring.scaffold import scaffold
from plugins.catalog.records import Language, Service, Translation
from plugins.exchange.files import ContentFile
from plugins.exchange.findings import Matter, Note
from plugins.exchange.plaintext import one_line, shortened, without_invisible


class Confidence(StrEnum):
    """How surely a value belongs into its field; the value is what editors read."""

    HIGH = "sicher"
    MEDIUM = "wahrscheinlich"
    LOW = "unsicher"


def least_sure(some: Iterable[Confidence]) -> Confidence:
    """What is put together is as sure as its least sure part."""
    return max(some, key=list(Confidence).index)


@dataclass(frozen=True, slots=True)
class Found:
    """A value as content files write it, and why it belongs there."""

    value: Any
    confidence: Confidence
    why: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of a service; `source` names where it stood, for the editor's eyes."""

    slug: str
    source_id: str
    source: str
    found: Mapping[str, Found]

    @property
    def path(self) -> str:
        """Its file."""
        return f"services/{self.slug}.md"


def draft_file(draft: Draft) -> ContentFile:
    """The file of a draft: what was found and how surely as comments above the facts, what is missing with its help."""
    made = scaffold(Service, {name: found.value for name, found in draft.found.items()}, _WANTED)
    comments = "".join(f"# {_comment(line)}\n" for line in _comments(draft))
    return ContentFile(draft.path, made.replace("---\n", f"---\n{comments}", 1), draft.source_id)


def translation_file(draft: Draft, language: Language, values: Mapping[str, Any]) -> ContentFile:
    """The text of a draft in another language."""
    path = f"services/{draft.slug}.{language}.md"
    return ContentFile(path, scaffold(Translation, values), f"{draft.source_id} {language}")


def valid(found: Mapping[str, Found], note: Note) -> dict[str, Found]:
    """What the fields of a service accept; the rest is noted."""
    accepted: dict[str, Found] = {}
    for name, one in found.items():
        try:
            _adapter(name).validate_python(one.value)
        except ValidationError as error:
            note(Matter.REFUSED, f"{_title(name)}: {_objection(error, one.value)}")
        else:
            accepted[name] = one
    return accepted


def _objection(error: ValidationError, value: Any) -> str:
    """Our own messages are German; what the library says about anything else is not."""
    found = error.errors()[0]
    return (
        str(found["msg"]) if found["type"] == "fundstelle" else f"„{shortened(one_line(str(value)), 80)}“ passt nicht"
    )


def counted(drafts: tuple[Draft, ...]) -> Iterator[tuple[str, int]]:
    """Lines for the numbers of the report: how many values of each confidence."""
    values = [one.confidence for draft in drafts for one in draft.found.values()]
    for confidence in Confidence:
        yield f"Angaben, {confidence}", values.count(confidence)


def doubts(draft: Draft) -> Iterator[str]:
    """What an editor should look at first, as lines for the report."""
    for name, one in draft.found.items():
        if one.confidence is not Confidence.HIGH:
            yield f"{_title(name)}: {one.confidence}, {one.why}"


_WANTED = ("synonyms", "offices")


def _comments(draft: Draft) -> Iterator[str]:
    yield f"Entwurf aus {draft.source}. Jede Angabe prüfen, dann diese Zeilen löschen."
    for name, one in draft.found.items():
        yield f"{_title(name)}: {one.confidence}, {one.why}"


def _comment(line: str) -> str:
    return shortened(one_line(without_invisible(line)[0]), 200)


def _title(name: str) -> str:
    return Service.model_fields[name].title or name


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    field = Service.model_fields[name]
    kind: Any = Annotated[field.annotation, field]
    return TypeAdapter(kind)
