"""Wrong values: each is named with its place, what is wrong, and what to write instead."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
CARD = "services/personalausweis-beantragen.md"
TOWN = "municipalities/kleinstadt/municipality.yaml"


@pytest.mark.parametrize(
    ("path", "old", "new", "message"),
    [
        (
            DOG,
            "related:",
            "verwandte leistung:",
            "29:1: „verwandte leistung“ gibt es hier nicht  [unknown-key] → Meinten Sie „related“?",
        ),
        (DOG, "related:", "relatd:", "29:1: „relatd“ gibt es hier nicht  [unknown-key] → Meinten Sie „related“?"),
        (
            "topics/tiere.yaml",
            "title: Tiere",
            "title: Tiere\nslug: ../../x",
            "2:1: „slug“ gibt es hier nicht  [unknown-key]"
            " → Möglich sind: title, kind, summary, first, translations, order.",
        ),
        (
            DOG,
            "title: Hund anmelden",
            "title: Hund anmelden\nsummary: Kurz",
            "3:1: „summary“ gibt es hier nicht  [unknown-key] → Meinten Sie „## Kurztext“?",
        ),
        (
            "services/hund-anmelden.en.md",
            "synonyms:",
            "language: en\nsynonyms:",
            "3:1: „language“ gibt es hier nicht  [unknown-key] → Möglich sind: title, synonyms.",
        ),
        (
            DOG,
            "## Kurztext\n\nHaben Sie einen Hund aufgenommen? Melden Sie ihn zur Hundesteuer an.\n",
            "",
            "2:1: „Kurztext“ fehlt  [missing]"
            " → Fügen Sie die Überschrift „## Kurztext“ mit Text ein. Ein bis zwei Sätze für Suchergebnisse",
        ),
        (
            DOG,
            "level: municipal\n",
            "",
            "2:1: „Ebene“ fehlt  [missing] → Fügen Sie eine Zeile „level:“ ein. Wer die Leistung anbietet",
        ),
        (
            DOG,
            "level: municipal",
            "level:",
            "4:1: „Ebene“ ist leer  [missing] → Schreiben Sie etwas hinter „level:“. Wer die Leistung anbietet",
        ),
        (
            DOG,
            "level: municipal",
            "level: gemeinde",
            "4:8: Ebene: „gemeinde“ gibt es nicht  [value]"
            " → Möglich sind: municipal (Stadt oder Gemeinde), district (Kreis), state (Land), federal (Bund)"
            " oder chamber (Kammer).",
        ),
        (
            DOG,
            "[citizens]",
            "[citizens, firma]",
            "5:22: Eintrag 2: „firma“ gibt es nicht  [value]"
            " → Möglich sind: citizens (Bürgerinnen und Bürger) oder businesses (Unternehmen).",
        ),
        (
            DOG,
            "[citizens]",
            "citizens",
            "5:11: Zielgruppe: hier gehört eine Liste hin  [value] → Schreiben Sie: [eins, zwei] oder Zeilen mit „- “.",
        ),
        (
            DOG,
            "[citizens]",
            "[]",
            "5:11: Zielgruppe: die Liste ist leer  [value] → Fügen Sie mindestens einen Eintrag ein.",
        ),
        (
            DOG,
            "title: Hund anmelden",
            "title: [Hund]",
            "2:8: Titel: hier gehört ein Text hin  [value] → Schreiben Sie nur einen Wert, keine Liste.",
        ),
        (
            DOG,
            "title: Hund anmelden",
            f"title: {'x' * 81}",
            "2:8: Titel: der Text ist zu lang (81 Zeichen)  [value] → Höchstens 80 Zeichen.",
        ),
        (
            DOG,
            "Haben Sie einen Hund aufgenommen?",
            "x" * 201,
            "34:1: Kurztext: der Text ist zu lang (236 Zeichen)  [value] → Höchstens 200 Zeichen.",
        ),
        (
            DOG,
            "title: Hund anmelden",
            "title: <b>Hund</b>",
            "2:8: Titel: HTML ist hier nicht erlaubt  [value] → Schreiben Sie den Text ohne spitze Klammern."
            " Ist es ein Kleiner-als-Zeichen: Leerzeichen danach.",
        ),
        (
            DOG,
            "  - Welpe",
            "  - hundemarke",
            "8:3: Wörter der Leute: „hundemarke“ steht zweimal in der Liste  [value]"
            " → Löschen Sie eine der beiden Zeilen.",
        ),
        (
            DOG,
            "  - Welpe",
            "\n".join(f"  - Wort {n}" for n in range(19)),
            "8:3: Wörter der Leute: zu viele Einträge (21)  [value] → Höchstens 20 sind erlaubt.",
        ),
        (
            DOG,
            "  - Welpe",
            f"  - {'x' * 61}",
            "10:5: Eintrag 3: der Text ist zu lang (61 Zeichen)  [value] → Höchstens 60 Zeichen.",
        ),
        (
            DOG,
            "  - Welpe",
            "  -",
            "10:4: Eintrag 3: der Text ist leer  [value] → Schreiben Sie etwas oder löschen Sie die Zeile.",
        ),
        (
            DOG,
            "[99102013104000]",
            "[4711]",
            "3:9: „4711“ ist kein Leistungsschlüssel  [value]"
            " → 14 Ziffern, am Anfang 99 oder 77. Unbekannt: Zeile löschen.",
        ),
        (
            DOG,
            "2027-10-20",
            "31.02.2027",
            "14:12: Wieder prüfen bis: „31.02.2027“ ist kein Datum  [value]"
            " → Schreiben Sie 2027-01-31 oder 31.01.2027.",
        ),
        (
            DOG,
            "2027-10-20",
            "20271020",
            "14:12: Wieder prüfen bis: „20271020“ ist kein Datum  [value] → Schreiben Sie 2027-01-31 oder 31.01.2027.",
        ),
        (
            DOG,
            "2027-10-20",
            "[2027]",
            "14:12: Wieder prüfen bis: hier gehört ein Datum hin  [value] → Schreiben Sie 2027-01-31 oder 31.01.2027.",
        ),
        (
            CARD,
            "amount: 46,00",
            "amount: etwa 46 Euro",
            "19:13: Betrag: „etwa 46 Euro“ ist kein Betrag in Euro  [value]"
            " → Schreiben Sie nur die Zahl: 26,50 oder 26.",
        ),
        (
            CARD,
            "amount: 46,00",
            "amount: 1.046 Euro",
            "19:13: Betrag: „1.046 Euro“ ist kein Betrag in Euro  [value] → Ohne Tausenderpunkt: 1046 oder 1046,00.",
        ),
        (
            CARD,
            "amount: 46,00",
            "amount: 0.046",
            "19:13: Betrag: „0.046“ ist kein Betrag in Euro  [value] → Schreiben Sie nur die Zahl: 26,50 oder 26.",
        ),
        (
            CARD,
            "amount: 46,00",
            "amount: -5",
            "19:13: Betrag: „-5“ ist kein Betrag in Euro  [value] → Schreiben Sie nur die Zahl: 26,50 oder 26.",
        ),
        (
            CARD,
            "amount: 46,00",
            "amount: ٤٦",
            "19:13: Betrag: „٤٦“ ist kein Betrag in Euro  [value] → Schreiben Sie nur die Zahl: 26,50 oder 26.",
        ),
        (
            CARD,
            "amount: 46,00",
            "betrag: 46,00",
            "19:5: „betrag“ gibt es hier nicht  [unknown-key] → Meinten Sie „amount“?",
        ),
        (
            CARD,
            "model: 2.0",
            "model: 3.0",
            "38:10: Modell: „3.0“ ist kein Reifegradmodell  [value] → Schreiben Sie model: 2.0 oder model: 1.1.",
        ),
        (CARD, "level: 2", "level: 9", "37:10: Stufe: 9 ist zu groß  [value] → Höchstens 7."),
        (CARD, "level: 2", "level: -1", "37:10: Stufe: -1 ist zu klein  [value] → Mindestens 0."),
        (
            CARD,
            "level: 2",
            "level: zwei",
            "37:10: Stufe: „zwei“ ist keine ganze Zahl  [value] → Schreiben Sie nur Ziffern.",
        ),
        (
            CARD,
            "level: 2",
            "level: [2]",
            "37:10: Stufe: hier gehört eine Zahl hin  [value] → Schreiben Sie nur Ziffern.",
        ),
        (
            CARD,
            "amount: 46,00",
            "amount: [46]",
            "19:13: Betrag: hier gehört ein Betrag hin  [value] → Schreiben Sie nur die Zahl: 26,50 oder 26.",
        ),
        (
            CARD,
            "section: 9",
            "section: § 9 Abs. 1",
            "28:14: Paragraf: „§ 9 Abs. 1“ ist keine Paragrafennummer  [value]"
            " → Nur die Nummer: 17 oder 34c. Absatz und Satz können im title stehen.",
        ),
        (
            DOG,
            "  - label: Anmeldung zur Hundesteuer\n    note: gebührenfrei",
            "  - gebührenfrei",
            "16:5: Eintrag 1: hier gehören Angaben mit Schlüsseln hin  [value] → Schreiben Sie: - note: gebührenfrei",
        ),
        (
            DOG,
            "- name: Hundesteuersatzung der Stadt",
            "- § 1 Hundegesetz",
            "19:5: Eintrag 1: hier gehören Angaben mit Schlüsseln hin  [value]"
            " → Schreiben Sie: - name: § 1 Hundegesetz",
        ),
        (
            DOG,
            "topics: [tiere, umzug]",
            "topics: [[tiere]]",
            "6:10: Eintrag 1: hier gehört ein Text hin  [value] → Schreiben Sie nur einen Wert, keine Liste.",
        ),
        (
            DOG,
            "[citizens]",
            "[firma]",
            "5:12: Eintrag 1: „firma“ gibt es nicht  [value]"
            " → Möglich sind: citizens (Bürgerinnen und Bürger) oder businesses (Unternehmen).",
        ),
        (
            DOG,
            "owner: steueramt",
            "owner:",
            "11:1: „Fachamt“ ist leer  [missing] → Schreiben Sie etwas hinter „owner:“. Wer diesen Text pflegt",
        ),
        (CARD, "[A1]", "[1A]", "6:7: „1A“ ist kein Code der SDG-Verordnung  [value] → Ein Buchstabe und eine Zahl: H1"),
        (
            "pages/hilfe.md",
            "in_footer: false",
            "in_footer: vielleicht",
            "4:12: In der Fußzeile: „vielleicht“ ist weder wahr noch falsch  [value] → Schreiben Sie true oder false.",
        ),
        (
            "topics/tiere.yaml",
            "kind: theme",
            "kind: thema",
            "2:7: Art: „thema“ gibt es nicht  [value] → Möglich sind: theme (Thema) oder life_event (Lebenslage).",
        ),
        (
            TOWN,
            "ars: 059990008008",
            "ars: 5999",
            "4:6: Regionalschlüssel: „5999“ ist kein Regionalschlüssel (ARS)  [value]"
            " → 12 Ziffern, in NRW am Anfang 05.",
        ),
        (
            TOWN,
            "postal_code: 59991",
            "postal_code: D-59991",
            "10:16: Postleitzahl: „D-59991“ ist keine Postleitzahl  [value] → 5 Ziffern, zum Beispiel 52525.",
        ),
        (
            TOWN,
            "phone: 02999 300-0",
            "phone: Zentrale",
            "12:8: Telefon: „Zentrale“ ist keine Telefonnummer  [value] → Zum Beispiel: 02452 13-0",
        ),
        (
            TOWN,
            "email: info@kleinstadt.example",
            "email: info(at)kleinstadt.example",
            "13:8: Mail: „info(at)kleinstadt.example“ ist keine Mail-Adresse  [value]"
            " → Zum Beispiel: buergerbuero@stadt.de",
        ),
        (
            TOWN,
            "  city: Kleinstadt\n",
            "",
            "9:3: „Ort“ fehlt  [missing] → Fügen Sie eine Zeile „city:“ ein.",
        ),
        (
            TOWN,
            "address:\n  street: Am Markt 2\n  postal_code: 59991\n  city: Kleinstadt\n",
            "address: Am Markt 2\n",
            "8:10: Anschrift: hier gehören Angaben mit Schlüsseln hin  [value] → Schreiben Sie: schlüssel: Wert",
        ),
    ],
)
def test_a_wrong_value_is_named_with_its_place_and_remedy(
    write: Draft, path: str, old: str, new: str, message: str
) -> None:
    assert said(write.change(path, old, new)) == [f"content/{path}:{message}"]
