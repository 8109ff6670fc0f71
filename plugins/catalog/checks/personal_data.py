"""Kontakte nennen Stellen, nicht Personen: Wer wechselt oder geht, soll nicht im Netz stehen bleiben."""

from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.impersonal import CONTACTS, unwilling
from plugins.catalog.persons import Trace, may_show, traces
from plugins.catalog.places import Problem, Severity
from plugins.catalog.records import Municipality, Office
from plugins.catalog.records.base import Record
from plugins.catalog.wording import is_worded, words_of

_SAID = {
    "mail": ("sieht nach der Mail-Adresse einer Person aus", "Nehmen Sie das Postfach der Stelle, etwa standesamt@…"),
    "mobile": ("sieht nach der Mobilnummer einer Person aus", "Nehmen Sie die Nummer der Stelle oder der Zentrale."),
    "name": ("ist der Name einer Person", "Nennen Sie die Stelle: Personen wechseln, die Stelle bleibt."),
}
_ON_PURPOSE = " Soll das so sein: personal_data: true"


def check(catalog: Catalog) -> Iterator[Problem]:
    """Mail addresses, mobile numbers and names of persons: hints, for whether they agreed no program can know.

    An error where a municipality wants none in its portal: a text is mended by who wrote it, never by a program. Only
    the contacts of an office are left out there without a word.
    """
    for record in catalog.records:
        words = words_of(record) if is_worded(record) and record.origin.path not in catalog.plain_files else ()
        if may_show("\n".join([text for _, _, text in words])):
            wish = unwilling(catalog, record)
            for part, field, text in words:
                refused = None if isinstance(part, Office) and field in CONTACTS else wish
                if refused or not (isinstance(record, Office) and record.personal_data):
                    yield from (_problem(record, part, field, trace, refused) for trace in traces(text))


def _problem(record: Record, part: Record, field: str, trace: Trace, refused: Municipality | None) -> Problem:
    message, hint = _SAID[trace.kind]
    if refused:
        hint += f" Im Portal „{refused.name}“ stehen keine Personen (personal_data: false)."
    elif isinstance(record, Office):
        hint += _ON_PURPOSE
    severity = Severity.ERROR if refused else Severity.HINT
    return problem(part, f"„{trace.shown}“ {message}", hint=hint, field=field, line=trace.line, severity=severity)
