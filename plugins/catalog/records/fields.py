"""The kinds of values a field can hold. Everything in a file is text; these types say how the text is read.

A message raised here is German, says what is wrong, and carries its remedy after „ – “.
"""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_after_validator_function

from plugins.catalog import tolerant
from plugins.catalog.addresses import EXAMPLE


@dataclass(frozen=True, slots=True)
class Section:
    """Marks a field whose text stands in the body, under this heading; `fim` is the FIM text module's code.

    A `plain` text is no Markdown: one paragraph without headings, links and marks.
    """

    heading: str
    fim: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class RefersTo:
    """Marks a field that names records of another kind by their file names."""

    kind: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Say in a schema which kind is meant."""
        return {**handler(core), "x-refers-to": self.kind}


@dataclass(frozen=True, slots=True)
class Written:
    """How a value looks in a file: a regular expression that Python and JavaScript read alike, message and remedy."""

    pattern: str
    message: str
    hint: str

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Text in a schema, whatever Python makes of it; `patternErrorMessage` is what Visual Studio Code shows."""
        said = f"Das {self.message}. {self.hint}"
        return {"type": "string", "pattern": f"^(?:{self.pattern})$", "patternErrorMessage": said}


class Pattern(Written):
    """The same for a field that stays the text it is: the value is checked, not changed."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check whatever the type allows."""
        looks_so = re.compile(self.pattern, re.ASCII).fullmatch

        def check(value: str) -> str:
            if not looks_so(value):
                raise _fail(f"„{value}“ {self.message}", self.hint)
            return value

        return no_info_after_validator_function(check, handler(source))


class IsPhone(Pattern):
    """Marks a field that holds a phone number."""


class IsMail(Pattern):
    """Marks a field that holds a mail address."""


@dataclass(frozen=True, slots=True)
class IsWebAddress:
    """Marks a field that holds https addresses; `template` allows `{leika}` and `{ars}`."""

    template: bool = False

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """A first look at an address while it is typed; rules look closer."""
        return _ADDRESS.__get_pydantic_json_schema__(core, handler)


def _fail(message: str, hint: str = "") -> PydanticCustomError:
    return PydanticCustomError("fundstelle", "{message}", {"message": message, "hint": hint})


_DAY = Written(tolerant.DAY, "ist kein Datum", "Schreiben Sie 2027-01-31 oder 31.01.2027.")
_EURO = Written(tolerant.AMOUNT, "ist kein Betrag in Euro", "Schreiben Sie nur die Zahl: 26,50 oder 26.")
_NO_BRACKETS = "Schreiben Sie den Text ohne spitze Klammern. Ist es ein Kleiner-als-Zeichen: Leerzeichen danach."
_SPACES = (
    r"Schreiben Sie Leerzeichen statt Zeilenumbruch und Tabulator, ohne | hinter dem Doppelpunkt und ohne \n und \t."
)
_BREAK = re.compile(r"[\t\n\r]")
_MARKUP = re.compile(r"<[A-Za-z/!?]")
_ADDRESS = Written(r"https://\S+|[a-z]{2,20}:(?:[0-9]{14})?", "ist keine Web-Adresse mit https://", EXAMPLE)


def _read_day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = tolerant.day(value)
    if found is None:
        raise _fail(f"„{value}“ {_DAY.message}", _DAY.hint)
    return found


def _read_money(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    found = tolerant.amount(value)
    if found is None:
        whole = tolerant.without_dots(value)
        hint = f"Ohne Tausenderpunkt: {whole} oder {whole},00." if whole else _EURO.hint
        raise _fail(f"„{value}“ {_EURO.message}", hint)
    return found


def _no_markup(value: str) -> str:
    if _MARKUP.search(value):
        raise _fail("HTML ist hier nicht erlaubt", _NO_BRACKETS)
    return value


def _one_line(value: str) -> str:
    if not value.isprintable() and _BREAK.search(value):
        raise _fail("hier gehört eine einzige Zeile hin", _SPACES)
    return _no_markup(value) if "<" in value else value


def _unique(values: tuple[str, ...]) -> tuple[str, ...]:
    if len(values) < 2:
        return values
    seen: set[str] = set()
    for value, bare in zip(values, map(str.casefold, values), strict=True):
        if bare in seen:
            raise _fail(f"„{value}“ steht zweimal in der Liste", "Löschen Sie eine der beiden Zeilen.")
        seen.add(bare)
    return values


Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(_one_line)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=80), AfterValidator(_one_line)]
Words = Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(_one_line)]
Summary = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_no_markup)]
Prose = Annotated[str, StringConstraints(max_length=30_000)]
Day = Annotated[datetime.date, BeforeValidator(_read_day), _DAY]
Euro = Annotated[Decimal, BeforeValidator(_read_money), _EURO]
WebAddress = Annotated[str, IsWebAddress()]
AddressTemplate = Annotated[str, IsWebAddress(template=True)]
PortalPath = Annotated[
    str,
    Pattern(
        r"/(?!/)(?:[A-Za-z0-9._~/?=&#%-]|\{leika\}|\{ars\})*",
        "ist kein Pfad auf einem Portal",
        "Nur was nach dem Server kommt: /antrag/gewerbe/",
    ),
]
Unique = AfterValidator(_unique)

SectionNumber = Annotated[
    str,
    Pattern(
        r"\d+[a-z]?",
        "ist keine Paragrafennummer",
        "Nur die Nummer: 17 oder 34c. Absatz und Satz können im title stehen.",
    ),
]
MaturityModel = Annotated[
    str, Pattern(r"1\.1|2\.0", "ist kein Reifegradmodell", "Schreiben Sie model: 2.0 oder model: 1.1.")
]
LeikaKey = Annotated[
    str,
    Pattern(
        r"(99|77)\d{12}", "ist kein Leistungsschlüssel", "14 Ziffern, am Anfang 99 oder 77. Unbekannt: Zeile löschen."
    ),
]
Ars = Annotated[
    str, Pattern(r"(0[1-9]|1[0-6])\d{10}", "ist kein Regionalschlüssel (ARS)", "12 Ziffern, in NRW am Anfang 05.")
]
_ESCAPED = r"%(?!2[5EFef]|5[Cc]|7[Ff])[2-9A-Fa-f][0-9A-Fa-f]"
_STEP = rf"(?:[A-Za-z0-9]|{_ESCAPED})(?:[\w~-]|{_ESCAPED})*"
FormerUrl = Annotated[
    str,
    StringConstraints(max_length=200),
    Pattern(
        rf"/(?:{_STEP}(?:\.{_STEP})*/)*(?:{_STEP}|{_STEP}\.(?:html?|php|aspx?|jsp|jsf|do|cfm|cgi|pl))?"
        rf"(?:\?(?:[\w.~=&+-]|{_ESCAPED})+)?",
        "ist keine frühere Adresse",
        "Ohne Server, mit / am Anfang: /leistungen/hund-melden/, /buergerservice/hunde.html oder /service/42/show?x=1",
    ),
]
Successor = Annotated[
    str,
    Pattern(
        r"/(?:[a-z0-9-]+/)+|[a-z]{2,20}:(?:[0-9]{14})?",
        "ist kein Nachfolger",
        "Eine Seite wie /leistungen/hund-anmelden/ oder eine Kurzform wie wsp:99050012104000",
    ),
]
Scheme = Annotated[
    str, Pattern(r"(?!mailto$|tel$|https?$)[a-z]{2,20}", "ist keine Kurzform", "Nur Kleinbuchstaben: wsp")
]
Fingerprint = Annotated[
    str, Pattern(r"[0-9a-f]{8}", "ist kein Prüfwert", "8 Zeichen aus 0–9 und a–f; die Prüfung nennt den richtigen.")
]
FormNumber = Annotated[
    str,
    Pattern(
        r"[A-Za-z0-9][A-Za-z0-9._~-]{0,59}",
        "passt in keine Adresse",
        "Nur Buchstaben ohne Umlaut, Ziffern, Punkt und Striche: hund-17",
    ),
]
PostalCode = Annotated[str, Pattern(r"\d{5}", "ist keine Postleitzahl", "5 Ziffern, zum Beispiel 52525.")]
Phone = Annotated[str, IsPhone(r"\+?\d[\d /()-]{2,24}", "ist keine Telefonnummer", "Zum Beispiel: 02452 13-0")]
MailAddress = Annotated[
    str,
    IsMail(
        r"[A-Za-z0-9._+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+", "ist keine Mail-Adresse", "Zum Beispiel: buergerbuero@stadt.de"
    ),
]
DictionaryWord = Annotated[
    str,
    Pattern(
        r"[A-Za-zÄÖÜäöüßé-]{2,60}(/[A-Za-zÄÖÜäöüß]{2,60})?",
        "ist kein einzelnes Wort",
        "Ein Wort ohne Leerzeichen: Rurheim. Nach / ein Wort, das ebenso gebeugt wird: Ummeldung/Begabung",
    ),
]
Account = Annotated[
    str,
    Pattern(
        r"[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9])?",
        "ist kein Name eines Kontos",
        "Ohne @, wie er auf GitHub oder GitLab steht: anna-beispiel",
    ),
]
SdgCode = Annotated[
    str, Pattern(r"[A-Z]\d{1,2}", "ist kein Code der SDG-Verordnung", "Ein Buchstabe und eine Zahl: H1")
]


class Level(StrEnum):
    """Which part of the state offers a service, nearest to the citizen first."""

    MUNICIPAL = "municipal"
    DISTRICT = "district"
    STATE = "state"
    FEDERAL = "federal"
    CHAMBER = "chamber"


class Audience(StrEnum):
    """Whom a service is for (XZuFi: leistungsadressat 001 and 002)."""

    CITIZENS = "citizens"
    BUSINESSES = "businesses"


class Login(StrEnum):
    """How a person proves who they are; the value is stable, the wording stands in `labels.py`."""

    NONE = "none"
    BUNDID = "bundid"
    BUNDID_SUBSTANTIAL = "bundid-substantial"
    BUNDID_HIGH = "bundid-high"
    UNTERNEHMENSKONTO = "unternehmenskonto"
    ELSTER = "elster"
    EID = "eid"
    OWN_ACCOUNT = "own-account"


class Payment(StrEnum):
    """How a fee can be paid."""

    CASH = "cash"
    GIROCARD = "girocard"
    CREDIT_CARD = "credit-card"
    PAYPAL = "paypal"
    INVOICE = "invoice"
    SEPA = "sepa"


class Language(StrEnum):
    """Languages of a text; `de-simple` is Leichte Sprache. The value is the middle part of the file name."""

    GERMAN = "de"
    ENGLISH = "en"
    SIMPLE = "de-simple"


def euro(amount: Decimal) -> str:
    """An amount as Germans write it: 1234.5 → „1.234,50 Euro“, 26 → „26 Euro“."""
    digits = f"{amount:,.2f}" if amount % 1 else f"{amount:,.0f}"
    return digits.translate(str.maketrans(",.", ".,")) + " Euro"


def labelled(title: str, description: str = "", **more: Any) -> Any:
    """A field declaration with its German title and help."""
    return Field(title=title, description=description, **more)
