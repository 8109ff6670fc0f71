"""Eine Nummer der Verwaltung kostet, was jedes Gespräch kostet: keine 0900, 0137 oder 0180, keine Auskunft 118."""

import re
from collections.abc import Iterator

from plugins.catalog.catalog import Catalog
from plugins.catalog.checks import problem
from plugins.catalog.contacts import phones_of
from plugins.catalog.places import Problem

_PREFIX = r"(?:(?:\+|00)490?|0)"
_PREMIUM = re.compile(rf"{_PREFIX}(?:900|137|180)\d*|{_PREFIX}?118\d{{2,3}}")


def check(catalog: Catalog) -> Iterator[Problem]:
    """Numbers that cost more, in the fields of offices and towns and behind links of texts."""
    for record, links in catalog.linked:
        for contact in phones_of(record, links):
            if _PREMIUM.fullmatch(re.sub(r"[^\d+]", "", contact.value.replace("(0)", ""))):
                yield problem(
                    contact.record,
                    f"„{contact.value}“ ist eine Sondernummer, die mehr kostet",
                    hint="Nehmen Sie die Nummer der Stelle oder der Zentrale mit ihrer Ortsvorwahl.",
                    field=contact.field,
                    line=contact.line,
                )
