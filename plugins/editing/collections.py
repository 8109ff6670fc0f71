"""Lists of the form: which files it shows, under which name, and how a new one is called."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from plugins.catalog.catalog import Catalog
from plugins.catalog.json_schema import written
from plugins.catalog.kinds import KINDS, Kind
from plugins.catalog.records import Form, Language, Municipality, Office, Texts
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section
from plugins.catalog.records.medium import FOLDER
from plugins.editing.fields import References, fields_of

Collection = dict[str, Any]

LISTS = {
    "service": "Dienstleistungen",
    "topic": "Themen und Lebenslagen",
    "form": "Formulare",
    "portal": "Andere Portale",
    "landing": "Einstiegsseiten",
    "server": "Formularserver",
    "law": "Gesetze",
    "page": "Seiten",
    "words": "Wörterlisten",
    "tombstone": "Aufgehobene Seiten",
    "office": "Stellen",
    "local": "Eigene Angaben",
}
"""What a list of each kind is called."""

_LANGUAGES = [str(language) for language in Language]
_NAMES = ("abbreviation", "title", "name")
_FILE_NAME = (
    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "Das taugt nicht als Dateiname. Nur Kleinbuchstaben, Ziffern und Bindestriche: hund-anmelden",
)


def collections(catalog: Catalog, folder: str) -> list[Collection]:
    """All lists: what the towns share, then the places, then each town's own files. `folder` is that of the content."""
    references = _references(catalog)
    shared = [_entries(kind, folder, references) for kind in KINDS if kind.name in LISTS and not _town_of(kind)]
    towns = [catalog.municipalities[slug] for slug in sorted(catalog.municipalities)]
    own = [entry for town in towns for entry in _own(town, folder, references)]
    return [*shared, {"divider": True}, _places(towns, folder, references), *own]


def formats() -> dict[str, dict[str, Any]]:
    """How the files of each kind are made: its keys in order, and the field of each heading; no headings, no text."""
    return {_format(kind): _layout(kind) for kind in KINDS if kind.name in {*LISTS, "municipality"}}


def _layout(kind: Kind) -> dict[str, Any]:
    texts = marked_fields(kind.model, Section)
    facts = [name for name in written(kind.model)["properties"] if name not in texts]
    headings = {mark.heading: name for name, mark in texts.items()}
    return {"extension": _suffix(kind), "facts": facts, "texts": headings if _suffix(kind) == "md" else None}


def _references(catalog: Catalog) -> References:
    """Kinds with one folder are looked up in their list; what towns have folders for is known from the catalog."""
    folders = Counter(kind.name for kind in KINDS)
    shown = {kind.name: _name(kind) for kind in KINDS if kind.name in LISTS and folders[kind.name] == 1}
    return References(
        shown,
        {
            "office": {office.slug: office.name for office in catalog.all(Office)},
            "form": {form.slug: form.title for form in catalog.all(Form)},
            "municipality": {slug: town.name for slug, town in catalog.municipalities.items()},
        },
    )


def _entries(kind: Kind, folder: str, references: References) -> Collection:
    """The files of a folder. Those of services have others beside them, with the same name in another language."""
    name = _name(kind)
    found = {
        "name": kind.name,
        "label": LISTS[kind.name],
        "label_singular": kind.german,
        "folder": f"{folder}{_folder(kind)}",
        "extension": _suffix(kind),
        "format": _format(kind),
        "create": True,
        "slug": _slug(kind),
        **({"identifier_field": name, "sortable_fields": [name]} if name else {"summary": "{{slug}}"}),
    }
    if kind.name != "service":
        return {**found, "fields": fields_of(kind.model, references)}
    return {**found, "i18n": True, "fields": fields_of(kind.model, references, frozenset(Texts.model_fields))}


def _slug(kind: Kind) -> dict[str, Any]:
    """How a new file is called: after its title; in a town's folder as it is called elsewhere. It keeps that name."""
    meant = kind.model.model_fields["slug"]
    asked = {"editable": ["create"], "hint": f"{meant.title}: {meant.description}", "pattern": list(_FILE_NAME)}
    name = _name(kind)
    return asked if _town_of(kind) or not name else {"template": f"{{{{{name}}}}}", **asked}


def _own(town: Municipality, folder: str, references: References) -> Iterator[Collection]:
    """What one town has for itself."""
    for kind in KINDS:
        if kind.name in LISTS and _town_of(kind):
            entries = _entries(kind, folder, references)
            path = entries["folder"].replace("{municipality}", town.slug)
            label = f"{town.short_name}: {LISTS[kind.name]}"
            own = {"name": f"{kind.name}-{town.slug}", "label": label, "folder": path}
            yield {**entries, **own, **_media(f"{folder}municipalities/{town.slug}")}


def _media(place: str) -> dict[str, str]:
    """Where what is uploaded in a town's list goes; a slash at the start means the top of the repository."""
    return {"media_folder": f"/{place}{FOLDER.rstrip('/')}", "public_folder": FOLDER.rstrip("/")}


def _places(towns: list[Municipality], folder: str, references: References) -> Collection:
    """The file of each town and Kreis; a new one is a folder and no matter for a form."""
    kind = next(kind for kind in KINDS if kind.name == "municipality")
    fields = fields_of(kind.model, references)
    files = [
        {
            "name": town.slug,
            "label": town.name,
            "file": f"{folder}municipalities/{town.slug}/municipality.yaml",
            "format": _format(kind),
            "fields": fields,
        }
        for town in towns
    ]
    return {"name": "municipality", "label": "Orte", "files": files}


def i18n() -> dict[str, Any]:
    """A text in another language is a file beside the German one: `hund-anmelden.en.md`."""
    return {
        "structure": "multiple_files",
        "locales": _LANGUAGES,
        "default_locale": str(Language.GERMAN),
        "initial_locales": "default",
        "omit_default_locale_from_file_path": True,
    }


def _town_of(kind: Kind) -> bool:
    return "municipalities/" in kind.example and kind.name != "municipality"


def _folder(kind: Kind) -> str:
    path = kind.example.removeprefix("content/").rpartition("/")[0]
    return path.replace("municipalities/x", "municipalities/{municipality}")


def _suffix(kind: Kind) -> str:
    return kind.example.rpartition(".")[2]


def _format(kind: Kind) -> str:
    """Sveltia takes a file format of ours for Markdown only when its name ends so."""
    return f"{kind.name}-frontmatter" if _suffix(kind) == "md" else f"{kind.name}-file"


def _name(kind: Kind) -> str:
    """The field that names a record in a list; empty for what is called as its file is."""
    fields = kind.model.model_fields
    return next((name for name in _NAMES if name in fields and fields[name].is_required()), "")
