"""Messages of others: read where they are right, reported where we have no field, refused where they are hostile."""

from pathlib import Path

import pytest

from plugins.catalog.records import Audience, Language
from plugins.exchange.findings import Findings
from plugins.exchange.ledger import ImportRefusedError
from plugins.exchange.xzufi import Category, Message, read

START = '<x:antwort xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0"><x:nachrichtenkopf/>'
SERVICE = """
<x:schreibe><x:leistung>
  <x:id schemeAgencyID="L100">8966</x:id>
  <x:referenzLeiKa listURI="urn:de:fim:leika:leistung"><code>99102013104000</code></x:referenzLeiKa>
  <x:modulText><x:inhalt languageCode="de-DE">Hundesteuer Anmeldung</x:inhalt>
    <x:leikaTextmodul><code>02</code></x:leikaTextmodul></x:modulText>
  <x:modulText><x:inhalt languageCode="de-DE">Hund &amp;amp; Halter</x:inhalt>
    <x:inhalt languageCode="en">Dog and owner</x:inhalt>
    <x:leikaTextmodul><code>03</code></x:leikaTextmodul></x:modulText>
  <x:modulText><x:inhalt languageCode="de-DE">&lt;ul&gt;&lt;li&gt;§ 1 HStS&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Mehr.&lt;/p&gt;
    </x:inhalt><x:leikaTextmodul><code>07</code></x:leikaTextmodul></x:modulText>
  <x:modulKosten><x:beschreibung languageCode="de-DE">&lt;b&gt;50 Euro&lt;/b&gt; im Jahr</x:beschreibung>
  </x:modulKosten>
  <x:modulBegriffImKontext><x:begriffImKontext><x:begriff languageCode="de">Hundemarke</x:begriff>
    </x:begriffImKontext></x:modulBegriffImKontext>
  <x:modulFachlicheFreigabe><x:fachlichFreigegebenAm>2026-03-01+01:00</x:fachlichFreigegebenAm>
    <x:fachlichFreigegebenDurch languageCode="de">Steueramt</x:fachlichFreigegebenDurch></x:modulFachlicheFreigabe>
  <x:leistungsadressat><code>001</code></x:leistungsadressat>
  <x:kategorie><x:klasse><x:id>pvlage</x:id></x:klasse><x:id>1090200</x:id>
    <x:bezeichnung languageCode="de">Tierhaltung</x:bezeichnung></x:kategorie>
</x:leistung></x:schreibe>
"""


def message(tmp_path: Path, objects: str, own: str = "", start: str = START) -> tuple[Message, list[str]]:
    """What is read, and what is reported."""
    path = tmp_path / "message.xml"
    path.write_text(f"{start}{objects}</{start[1 : start.index(' ')]}>", encoding="utf-8")
    findings = Findings()
    found = read(path, findings, own)
    return found, [f"{one.record}: {one.matter.name} {one.detail}" for one in findings.counted()]


def test_a_service_becomes_fields_of_ours(tmp_path: Path) -> None:
    found, reported = message(tmp_path, SERVICE)
    assert reported == []
    [draft] = found.services
    assert draft.values == {
        "title": "Hund & Halter",
        "official_name": "Hundesteuer Anmeldung",
        "legal_basis": ({"name": "§ 1 HStS"},),
        "legal_notes": "Mehr.",
        "costs": "**50 Euro** im Jahr",
        "synonyms": ("Hundemarke",),
        "leika": ("99102013104000",),
        "audience": (Audience.CITIZENS,),
        "reviewed_on": draft.values["reviewed_on"],
    }
    assert f"{draft.values['reviewed_on']}" == "2026-03-01"
    assert draft.translations == {Language.ENGLISH: {"title": "Dog and owner"}}
    assert draft.categories == (Category("pvlage", "1090200", "Tierhaltung"),)
    assert (draft.id, draft.owner, draft.topics, draft.level) == ("8966", "Steueramt", (), None)


OFFICE = """
<x:schreibe><x:organisationseinheit><x:id>77</x:id><x:name><x:name languageCode="de">Steueramt</x:name></x:name>
{more}</x:organisationseinheit></x:schreibe>
"""
NESTED = "<x:zustaendigkeit><x:leistungID>8966</x:leistungID><x:gebietID>05</x:gebietID></x:zustaendigkeit>"
TRANSFER = """
<x:schreibe><x:zustaendigkeitTransferObjekt><x:uebergeordnetesObjektID>77</x:uebergeordnetesObjektID>
<x:zustaendigkeit><x:id>5</x:id><x:leistungID>8966</x:leistungID></x:zustaendigkeit>
</x:zustaendigkeitTransferObjekt></x:schreibe>
"""


@pytest.mark.parametrize("objects", [OFFICE.format(more=NESTED), OFFICE.format(more="") + TRANSFER])
def test_who_is_competent_may_stand_in_the_office_or_apart(tmp_path: Path, objects: str) -> None:
    found, reported = message(tmp_path, objects + SERVICE)
    assert reported == []
    assert found.services[0].offices == ("77",)
    assert found.offices[0].values == {"name": "Steueramt"}


def test_links_below_the_own_address_lead_to_own_pages(tmp_path: Path) -> None:
    text = '&lt;a href="https://service.rurheim.example/leistungen/hund-abmelden/"&gt;abmelden&lt;/a&gt;'
    service = SERVICE.replace("&lt;b&gt;50 Euro&lt;/b&gt; im Jahr", text)
    found, _ = message(tmp_path, service, own="https://service.rurheim.example")
    assert found.services[0].values["costs"] == "[abmelden](/leistungen/hund-abmelden/)"


@pytest.mark.parametrize(
    ("old", "new", "reported"),
    [
        ("<x:leistungsadressat>", "<x:struktur><x:a/></x:struktur><x:leistungsadressat>", "UNKNOWN leistung/struktur"),
        ("<x:klasse>", "<x:beschreibung/><x:klasse>", "UNKNOWN leistung/kategorie/beschreibung"),
        ("<code>07</code>", "<code>24</code>", "UNKNOWN leistung/modulText 24"),
        ("<code>001</code>", "<code>003</code>", "UNKNOWN leistung/leistungsadressat 003"),
        ("<x:modulText>", "<x:idSekundaer>L5</x:idSekundaer><x:modulText>", "UNKNOWN leistung/idSekundaer L5"),
        ("2026-03-01+01:00", "März", "DATE „März“"),
        ("<x:leistungsadressat>", "<x:id>2</x:id><x:leistungsadressat>", "UNKNOWN leistung/id, ein weiteres Mal"),
        ('languageCode="en"', 'languageCode="pl"', "LANGUAGE pl"),
    ],
)
def test_what_we_have_no_field_for_is_reported(tmp_path: Path, old: str, new: str, reported: str) -> None:
    _, found = message(tmp_path, SERVICE.replace(old, new, 1))
    assert found == [f"leistung 8966: {reported}"]


def test_a_second_module_with_the_same_code_continues_the_first(tmp_path: Path) -> None:
    module = "<x:modulText><x:inhalt>{}</x:inhalt><x:leikaTextmodul><code>16</code></x:leikaTextmodul></x:modulText>"
    both = module.format("Eins.") + module.format("Zwei.")
    found, reported = message(tmp_path, SERVICE.replace("<x:modulKosten>", f"{both}<x:modulKosten>"))
    assert reported == []
    assert found.services[0].values["notes"] == "Eins.\n\nZwei."


LINK = """
<x:weiterfuehrenderLink><x:uri>https://www.rurheim.example/hund</x:uri><x:titel>Mehr zum Hund</x:titel>
</x:weiterfuehrenderLink>"""


def test_links_beside_a_text_follow_it(tmp_path: Path) -> None:
    found, reported = message(tmp_path, SERVICE.replace("</x:inhalt><x:leika", f"</x:inhalt>{LINK}<x:leika"))
    assert reported == []
    assert found.services[0].values["legal_notes"] == "Mehr.\n\n- [Mehr zum Hund](https://www.rurheim.example/hund)"


CHANNELS = """
<x:name><x:name languageCode="en">Tax office</x:name><x:name languageCode="de">Steueramt</x:name></x:name>
<x:kommunikationssystem><x:kanal><code>01</code></x:kanal><x:kennung>amt@rurheim.example</x:kennung>
</x:kommunikationssystem>
<x:kommunikationssystem><x:kanal><code>04</code></x:kanal><x:kennung>0221 4711</x:kennung></x:kommunikationssystem>
"""


def test_channels_with_codes_we_do_not_know_are_reported_unless_they_are_mail(tmp_path: Path) -> None:
    office = f"<x:schreibe><x:organisationseinheit><x:id>77</x:id>{CHANNELS}</x:organisationseinheit></x:schreibe>"
    found, reported = message(tmp_path, office)
    assert found.offices[0].values == {"name": "Steueramt", "email": "amt@rurheim.example"}
    assert reported == [
        "organisationseinheit 77: UNKNOWN organisationseinheit/name/name, ein weiteres Mal",
        "organisationseinheit 77: CONTACT Kanal „04“: 0221 4711",
    ]


def test_objects_we_do_not_take_are_reported(tmp_path: Path) -> None:
    objects = """<x:schreibe><x:spezialisierung><x:id>3</x:id></x:spezialisierung></x:schreibe>
    <x:loesche><x:id>4</x:id></x:loesche>"""
    assert message(tmp_path, objects)[1] == [
        "spezialisierung 3: UNKNOWN spezialisierung",
        "loesche 4: UNKNOWN loesche",
    ]


def test_scripts_in_texts_do_not_survive(tmp_path: Path) -> None:
    hostile = '&lt;p onclick="x()"&gt;Gut&lt;script&gt;x()&lt;/script&gt;&lt;/p&gt;'
    found, reported = message(tmp_path, SERVICE.replace("&lt;b&gt;50 Euro&lt;/b&gt; im Jahr", hostile))
    assert found.services[0].values["costs"] == "Gut"
    assert [line for line in reported if "MARKUP" in line]


HOSTILE = {
    "an entity": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x:antwort xmlns:x="http://xoev.de/schemata/xzufi/2_2_0">&a;</x:antwort>',
    "an external file": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_declarations_of_a_document_type_are_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "hostile.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="enthält eine DTD oder eigene Entitäten"):
        read(path, Findings())


def test_every_attack_of_the_corpus_is_refused(corpora: Path) -> None:
    files = sorted((corpora / "adversarial" / "xml-attacks").rglob("*.xml"))
    assert files
    for path in files:
        with pytest.raises(ImportRefusedError):
            read(path, Findings())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{START}\n<b></a>", "kein lesbares XML: Zeile 2."),
        ("", "kein lesbares XML: Zeile 1."),
        ("<html/>", "keine XZuFi-Nachricht der Versionen 2.1 bis 2.3."),
    ],
)
def test_what_is_no_message_is_refused_with_its_reason(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "no.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefusedError) as refused:
        read(path, Findings())
    assert str(refused.value).endswith(said)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="lässt sich nicht öffnen"):
        read(tmp_path / "none.xml", Findings())
