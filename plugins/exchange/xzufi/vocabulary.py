"""The words of XZuFi 2.2.0 that we write and take: elements in their order, codes, languages.

No XSD was at hand. The order is that of published descriptions of the format and of public programs that read the
federal collection; `ASSUMED` lists the names for which neither is a source.
"""

from types import MappingProxyType

from plugins.catalog.records import Audience, Language, Texts
from plugins.catalog.records.base import marked_fields
from plugins.catalog.records.fields import Section

VERSION = "2.2.0"
NAMESPACE = "http://xoev.de/schemata/xzufi/2_2_0"
READ = frozenset(f"http://xoev.de/schemata/xzufi/{version}" for version in ("2_1_0", "2_2_0", "2_3_0", "2_3_1"))
"""Namespaces of messages we read; what differs between the versions shows as an unknown element."""

MESSAGE = "transferoperation"

_CODE = ("code", "name")
_COMPETENCE = ("id", "leistungID", "gebietID", "rolle")

ELEMENTS = MappingProxyType(
    {
        MESSAGE: ("nachrichtenkopf", "schreibe"),
        "nachrichtenkopf": ("nachrichtUUID", "erstelltDatumZeit", "empfaenger", "sender"),
        "schreibe": ("organisationseinheit", "onlinedienst", "leistung", "zustaendigkeitTransferObjekt"),
        "leistung": (
            *("id", "idSekundaer", "referenzLeiKa", "modulText", "modulFrist", "modulKosten", "modulBearbeitungsdauer"),
            *("modulBegriffImKontext", "modulFachlicheFreigabe", "modulUrsprungsportal", "leistungsadressat"),
            *("kategorie", "informationsbereichSDG", "gueltigkeitGebietID", "versionsinformation", "sprachversion"),
            "gueltigkeit",
        ),
        "leistung/referenzLeiKa": _CODE,
        "leistung/modulText": ("positionDarstellung", "inhalt", "weiterfuehrenderLink", "leikaTextmodul"),
        "leistung/modulText/weiterfuehrenderLink": ("uri", "titel"),
        "leistung/modulText/leikaTextmodul": _CODE,
        "leistung/modulFrist": ("beschreibung",),
        "leistung/modulKosten": ("kosten", "beschreibung"),
        "leistung/modulKosten/kosten": (
            "bezeichnung",
            "betrag",
            "betragUntergrenze",
            "betragObergrenze",
            "beschreibung",
        ),
        "leistung/modulBearbeitungsdauer": ("beschreibung",),
        "leistung/modulBegriffImKontext": ("begriffImKontext",),
        "leistung/modulBegriffImKontext/begriffImKontext": ("begriff",),
        "leistung/modulFachlicheFreigabe": ("fachlichFreigegebenAm", "fachlichFreigegebenDurch"),
        "leistung/modulUrsprungsportal": ("uri",),
        "leistung/leistungsadressat": _CODE,
        "leistung/kategorie": ("klasse", "id", "bezeichnung"),
        "leistung/kategorie/klasse": ("id",),
        "leistung/informationsbereichSDG": _CODE,
        "leistung/versionsinformation": ("geaendertDatumZeit",),
        "leistung/sprachversion": ("languageCode", "sprachbezeichnungDeutsch", "sprachbezeichnungNativ"),
        "leistung/gueltigkeit": ("ende",),
        "organisationseinheit": (
            *("id", "name", "beschreibung", "internetadresse", "anschrift", "kommunikationssystem"),
            *("infoOeffnungszeitenText", "infoBarrierefreiheit", "terminvereinbarung", "zustaendigkeit"),
        ),
        "organisationseinheit/name": ("name",),
        "organisationseinheit/internetadresse": ("uri",),
        "organisationseinheit/anschrift": (
            *("strasse", "hausnummer", "postleitzahl", "ort", "verwaltungspolitischeKodierung"),
        ),
        "organisationseinheit/anschrift/verwaltungspolitischeKodierung": ("regionalschluessel",),
        "organisationseinheit/anschrift/verwaltungspolitischeKodierung/regionalschluessel": _CODE,
        "organisationseinheit/kommunikationssystem": ("kanal", "kennung"),
        "organisationseinheit/kommunikationssystem/kanal": _CODE,
        "organisationseinheit/terminvereinbarung": ("uri",),
        "organisationseinheit/zustaendigkeit": _COMPETENCE,
        "organisationseinheit/zustaendigkeit/rolle": _CODE,
        "onlinedienst": ("id", "bezeichnung", "link", "sprachversion", "zustaendigkeit"),
        "onlinedienst/link": ("typ", "link"),
        "onlinedienst/link/typ": _CODE,
        "onlinedienst/sprachversion": ("languageCode", "sprachbezeichnungDeutsch", "sprachbezeichnungNativ"),
        "onlinedienst/zustaendigkeit": _COMPETENCE,
        "onlinedienst/zustaendigkeit/rolle": _CODE,
        "zustaendigkeitTransferObjekt": ("uebergeordnetesObjektID", "zustaendigkeit"),
        "zustaendigkeitTransferObjekt/zustaendigkeit": _COMPETENCE,
        "zustaendigkeitTransferObjekt/zustaendigkeit/rolle": _CODE,
    }
)
"""Every element we write or take by its path, with its children in their order; a leaf is not listed."""

REPEATED = frozenset(
    {
        *(
            f"leistung/{name}"
            for name in ("idSekundaer", "referenzLeiKa", "modulText", "leistungsadressat", "kategorie")
        ),
        *(f"leistung/{name}" for name in ("informationsbereichSDG", "gueltigkeitGebietID", "sprachversion")),
        "leistung/modulText/inhalt",
        "leistung/modulText/weiterfuehrenderLink",
        "leistung/modulFrist/beschreibung",
        "leistung/modulKosten/kosten",
        "leistung/modulKosten/beschreibung",
        "leistung/modulBearbeitungsdauer/beschreibung",
        "leistung/modulBegriffImKontext",
        "leistung/modulBegriffImKontext/begriffImKontext",
        "leistung/modulBegriffImKontext/begriffImKontext/begriff",
        *(f"organisationseinheit/{name}" for name in ("kommunikationssystem", "zustaendigkeit")),
        "organisationseinheit/zustaendigkeit/gebietID",
        *(f"onlinedienst/{name}" for name in ("sprachversion", "zustaendigkeit")),
        "onlinedienst/zustaendigkeit/gebietID",
        "zustaendigkeitTransferObjekt/zustaendigkeit/gebietID",
    }
)
"""Elements that are taken as often as they come; of any other only one."""

ASSUMED = frozenset(
    {
        MESSAGE,
        "leistung/modulKosten/kosten",
        *(f"leistung/modulKosten/kosten/{name}" for name in ELEMENTS["leistung/modulKosten/kosten"]),
        "leistung/modulText/weiterfuehrenderLink/uri",
        "leistung/modulText/weiterfuehrenderLink/titel",
        "leistung/gueltigkeit/ende",
        *(f"organisationseinheit/{name}" for name in ("beschreibung", "internetadresse", "kommunikationssystem")),
        *(f"organisationseinheit/{name}" for name in ("infoOeffnungszeitenText", "infoBarrierefreiheit")),
        "organisationseinheit/terminvereinbarung",
        *(f"organisationseinheit/anschrift/{name}" for name in ("strasse", "hausnummer", "postleitzahl")),
        "organisationseinheit/internetadresse/uri",
        "organisationseinheit/terminvereinbarung/uri",
        *(f"organisationseinheit/kommunikationssystem/{name}" for name in ("kanal", "kennung")),
    }
)
"""Names that follow the habits of XÖV and that no source at hand confirms; look at them first with an XSD."""

MODULES = MappingProxyType({mark.fim: field for field, mark in marked_fields(Texts, Section).items() if mark.fim})
"""Our fields by the code of their text module: `05` is the `summary`."""

OFFICIAL_NAME, TITLE, LEGAL = "02", "03", "07"
OWN_MODULES = MappingProxyType(
    {"deadlines": "modulFrist", "costs": "modulKosten", "processing_time": "modulBearbeitungsdauer"}
)
"""Texts that are modules of their own."""

AUDIENCES = MappingProxyType({Audience.CITIZENS: "001", Audience.BUSINESSES: "002"})
LANGUAGES = MappingProxyType(
    {
        Language.GERMAN: ("Deutsch", "Deutsch"),
        Language.ENGLISH: ("Englisch", "English"),
        Language.SIMPLE: ("Deutsch (leichte Sprache)", "Leichte Sprache"),
    }
)
"""What languages are called in German and by those who speak them."""

THEME, LIFE_EVENT, LEVEL = "thema", "lebenslage", "ebene"
"""Our classes of categories; the format leaves them to the publisher."""

OZG = "OZG"
FORM, PORTAL = "formular/", "portal/"
"""How the id of an online service begins that is one of our forms, or a page of another portal."""

PHONE, MAIL = "telefon", "email"
COMPETENT = "zustaendige-stelle"
REGIONAL_KEYS = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs"
LINK_TYPES = "urn:xoev-de:fim:codeliste:onlinedienstlinktyp:01"
ONLINE_LINK = "01"
