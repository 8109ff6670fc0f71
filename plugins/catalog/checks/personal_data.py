"""Kontakte nennen Stellen, nicht Personen: Wer wechselt oder geht, soll nicht im Netz stehen bleiben."""

from collections.abc import Iterator

from plugins.catalog import persons
from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.persons import Trace
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import Municipality, Office
from plugins.catalog.records.base import Record
from plugins.catalog.wording import is_worded, words_of

_MAIL = ("sieht nach der Mail-Adresse einer Person aus", "Nehmen Sie das Postfach der Stelle, etwa standesamt@…")
_PHONE = ("sieht nach der Mobilnummer einer Person aus", "Nehmen Sie die Nummer der Stelle oder der Zentrale.")
_NAME = ("ist der Name einer Person", "Nennen Sie die Stelle: Personen wechseln, die Stelle bleibt.")
_SAID = {"mail": _MAIL, "mailto": _MAIL, "mobile": _PHONE, "tel": _PHONE, "name": _NAME}
_ON_PURPOSE = " Soll das so sein: personal_data: true"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Mail addresses, mobile numbers and names of persons: hints, for whether they agreed no program can know.

    An error where a portal without persons would have nobody left to turn to: the contact of the municipality itself.
    """
    for record in catalog.records:
        if is_worded(record) and not (isinstance(record, Office) and record.personal_data):
            for part, field, text in words_of(record):
                for trace in persons.traces(text):
                    yield _problem(record, part, field, text, trace)


def _problem(record: Record, part: Record, field: str, text: str, trace: Trace) -> Problem:
    message, hint = _SAID[trace.kind]
    on_purpose = _ON_PURPOSE if isinstance(record, Office) else ""
    needed = isinstance(part, Municipality) and not part.personal_data and field in ("email", "phone")
    severity = Severity.ERROR if needed else Severity.HINT
    shown = text[trace.start : trace.end]
    line = text.count("\n", 0, trace.start)
    return problem(part, f"„{shown}“ {message}", hint=f"{hint}{on_purpose}", field=field, line=line, severity=severity)
