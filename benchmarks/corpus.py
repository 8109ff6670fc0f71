"""`python -m benchmarks.corpus 10000 FOLDER`: a content folder with as many German services as asked for.

It is the demo content and, until there are enough, invented services. Their language is not invented: names are
composed of words that German administrations use, and half of each text is sentences of the demo. The portal builds
with it. The same number and seed give the same files. `--municipalities 36` adds towns to the demo's eleven portals.
"""

import argparse
import random
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks import towns

DEMO = Path(__file__).parent.parent / "content"
WORDS = 350
"""How long the running text of a service is, about; with lists and facts it has a hundred more."""

KEPT = {"level", "audience", "topics", "owner", "offices", "reviewed_on", "review_by", "channels", "fees"}
"""What a generated service takes over from the service of the demo that it is modelled on."""

_SUBJECTS = """
Abfall Abwasser Adoptions Akten Alters Apotheken Arbeits Archiv Aufenthalts Aufzugs Ausbildungs Ausfuhr Ausländer Auto
Bagger Baum Bau Berufs Beschäftigungs Bestattungs Betreuungs Betriebs Bienen Bildungs Blinden Boots Brand Brücken
Brunnen Bus Campingplatz Chemikalien Container Dach Denkmal Deponie Drohnen Düngemittel Ehe Einbürgerungs Einkommens
Elektro Eltern Energie Erb Erbbau Ernte Fahrrad Fahrschul Fahrzeug Familien Feiertags Ferien Feuerwerks Fisch Flohmarkt
Flug Flüchtlings Forst Freizeit Friedhofs Führungs Futtermittel Garagen Garten Gaststätten Gebäude Geburts Gefahrgut
Geflügel Gehweg Geräusch Gesundheits Getränke Gewässer Gewerbe Glücksspiel Grab Grenz Grundstücks Grundwasser Güter
Hafen Handwerks Haus Haushalts Hebammen Heil Heim Heirats Heizungs Hilfs Hochschul Hochwasser Holz Honorar Hotel Hunde
Immissions Impf Imbiss Industrie Inklusions Internats Jagd Jugend Kabel Kamin Kanal Karnevals Katzen Kehr Kinder
Kindergarten Kirchen Klär Kleingarten Kran Kranken Kultur Kurs Labor Laden Landschafts Lager Lärm Lebensmittel Lehr
Leichen Lohn Luft Makler Markt Medizin Melde Messe Miet Mofa Musik Mutterschafts Nachbar Nachlass Namens Naturschutz
Notar Obst Öl Omnibus Orchester Ordnungs Parkplatz Pass Patienten Personen Pferde Pflanzen Pflege Pilz Plakat Praktikums
Privat Prüfungs Quarantäne Radio Reise Rente Rinder Rohr Rundfunk Sammel Schank Schaf Schießstand Schiffs Schornstein
Schul Schüler Schwangeren Schweine Schwerlast Senioren Sicherheits Signal Silvester Sonder Sozial Spenden Spiel
Sport Sprach Sprengstoff Staats Stall Standes Statistik Steuer Stiftungs Straßen Strahlen Strom Studien Tank Tauben
Taxi Teich Telefon Terrassen Theater Tier Töpfer Transport Trink Trödel Umwelt Umzugs Unfall Unterhalts Untersuchungs
Urkunden Urlaubs Vaterschafts Verbraucher Vereins Verkaufs Verkehrs Vermessungs Versammlungs Versicherungs Veterinär
Vieh Volksfest Vormundschafts Waffen Wahl Wald Wärme Wasser Weg Wein Werbe Wettbewerbs Wild Wind Winter Witwen Wohn
Wohnungs Zahnarzt Zaun Zelt Zeugnis Ziegen Zimmer Zoll Zucht Zuschuss Zuwanderungs
"""

_OBJECTS = """
abgabe abmeldung akte änderung angebot anlage anmeldung anschluss antrag anzeige aufsicht ausnahme ausweis auskunft
befreiung begleitung beihilfe beitrag beratung berechtigung bescheid bescheinigung bestätigung betrieb bewilligung
buch darlehen einrichtung eintragung entschädigung erlaubnis erklärung ermäßigung erstattung förderung freigabe
gebühr geld genehmigung gutachten hilfe karte kennzeichen konzession kontrolle lizenz marke meldung nachweis nutzung
nummer ordnung pass plakette planung platz prämie prüfung rabatt rechnung register sachkunde schein schutz siegel
sperre steuer stipendium teilung überwachung umschreibung unterricht untersuchung urkunde verbot verlegung
verlängerung vermittlung versicherung vertrag verzeichnis wechsel zählung zeugnis zulage zulassung zuschlag zuteilung
"""

_VERBS = """
beantragen anmelden abmelden ändern verlängern anzeigen melden erneuern einsehen widerrufen übertragen bestellen
erstatten umschreiben ersetzen nachweisen
"""

CASES = """
|für Unternehmen|für Vereine|für Privatpersonen|bei Umzug|bei Verlust|im Ausland|für Minderjährige|nach Fristablauf
|für Selbstständige|für Studierende|bei Erbfall|für Bedürftige|zum ersten Mal|auf Zeit|für Mehrfamilienhäuser
""".replace("\n", "").split("|")

_EVERYDAY = "neu verloren kaputt weg kaufen bekommen holen wo Kosten Termin online Amt"

SUBJECTS, OBJECTS, VERBS, EVERYDAY = (words.split() for words in (_SUBJECTS, _OBJECTS, _VERBS, _EVERYDAY))

SENTENCES = (
    "Für {one} brauchen Sie {other}.",
    "Wer {one} hat, legt {other} bei.",
    "Wir prüfen {one} und schicken Ihnen {other} mit der Post.",
    "Ohne {one} dürfen Sie nicht mit {other} beginnen.",
    "Über {one} entscheidet das Amt nach {days} Tagen.",
    "Haben Sie schon {one}, entfällt {other}.",
    "{one} gilt {days} Monate und ersetzt {other} nicht.",
    "Bei {one} fragen wir nach {other} und nach Ihrer Anschrift.",
)


@dataclass(frozen=True, slots=True)
class Model:
    """A service of the demo: its facts, and the sentences of its text."""

    facts: dict[str, Any]
    sentences: tuple[str, ...]


def write(number: int, folder: Path, seed: int = 1) -> None:
    """Write a content folder with this number of services, the demo's included; the folder must not exist yet."""
    shutil.copytree(DEMO, folder)
    models = [_model(path) for path in sorted((DEMO / "services").glob("*.md")) if path.name.count(".") == 1]
    chance = random.Random(seed)  # noqa: S311
    titles = chance.sample(list(_titles()), max(0, number - len(models)))
    for place, (subject, thing, verb, case) in enumerate(titles, len(models) + 1):
        text = _service(subject, thing, f"{verb} {case}".strip(), models, chance)
        (folder / "services" / f"{_slug(f'{subject}{thing} {verb} {case}')}.md").write_text(text, "utf-8")
        if place % 1000 == 0:
            print(f"{place} von {number} Dienstleistungen", file=sys.stderr)


def _titles() -> Iterator[tuple[str, str, str, str]]:
    """All names there can be: four actions for each pair of words, some fifty thousand."""
    for row, subject in enumerate(SUBJECTS):
        for column, thing in enumerate(OBJECTS):
            for step in range(4):
                place = row * 7 + column * 3 + step * 5
                yield subject, thing, VERBS[place % len(VERBS)], CASES[(place // 3) % len(CASES)]


def _service(subject: str, thing: str, action: str, models: Sequence[Model], chance: random.Random) -> str:
    model = chance.choice(models)
    name = f"{subject}{thing}"
    others = [f"{chance.choice(SUBJECTS)}{chance.choice(OBJECTS)}" for _ in range(6)]
    related = [*others, *(f"{subject}{one}" for one in chance.sample(OBJECTS, 3))]
    facts = {"title": f"{name} {action}", "synonyms": _synonyms(subject, thing, chance)} | model.facts
    sentences = list(_text(name, related, model, models, chance))
    summary = f"Sie möchten {name} {action}? Hier steht, was Sie für {related[-1]} brauchen."
    steps = "\n".join(f"{place}. {sentence}" for place, sentence in enumerate(sentences[:4], 1))
    needed = "\n".join(f"- {thing}" for thing in related[:4])
    parts = {"Kurztext": summary, "Volltext": " ".join(sentences[4:]), "Erforderliche Unterlagen": needed}
    parts |= {"Verfahrensablauf": steps, "Fristen": _deadlines(related[:4])}
    sections = [f"## {heading}\n\n{text}" for heading, text in parts.items()]
    header = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)
    return f"---\n{header}---\n\n" + "\n\n".join(sections) + "\n"


def _deadlines(things: Sequence[str]) -> str:
    """A table."""
    weeks = {thing: 2 + sum(map(ord, thing)) % 11 for thing in things}
    rows = [f"| {thing} | {number} Wochen | nach {number + 4} Wochen |" for thing, number in weeks.items()]
    return "\n".join(["| Was | Einreichen innerhalb von | Sie hören von uns |", "|---|---|---|", *rows])


def _synonyms(subject: str, thing: str, chance: random.Random) -> list[str]:
    """What people say instead: another thing of the same subject, or the words apart with an everyday one."""
    others = [f"{subject}{other}" for other in chance.sample(OBJECTS, 3)]
    loose = [f"{subject.removesuffix('s')} {word}" for word in chance.sample(EVERYDAY, 2)]
    return list(dict.fromkeys([*others, *loose, f"{thing.capitalize()} {subject.removesuffix('s')}"]))


def _text(
    name: str, related: Sequence[str], model: Model, models: Sequence[Model], chance: random.Random
) -> Iterator[str]:
    """Sentences about the service, of its model, and of any other service in turn, until it is long enough."""
    words = 0
    while words < WORDS:
        one, other = chance.sample([name, *related], 2)
        own = chance.choice(SENTENCES).format(one=one, other=other, days=chance.randint(2, 90))
        for sentence in (own, chance.choice(model.sentences), chance.choice(chance.choice(models).sentences)):
            words += len(sentence.split())
            yield sentence


def _model(path: Path) -> Model:
    _, header, body = path.read_text("utf-8").split("---\n", 2)
    facts = yaml.load(header, Loader=yaml.BaseLoader)  # noqa: S506
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)|[*_`>]", r"\1", body)
    lines = [
        line.lstrip("-0123456789. ") for line in plain.splitlines() if line and not line.startswith(("#", ":", "|"))
    ]
    sentences = [sentence for line in lines for sentence in re.split(r"(?<=[.?!]) (?=[A-ZÄÖÜ])", line)]
    kept = {key: value for key, value in facts.items() if key in KEPT}
    return Model(kept, tuple(one for one in sentences if len(one.split()) > 2))


def _slug(title: str) -> str:
    for letter, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        title = title.lower().replace(letter, spelled)
    return re.sub(r"[^a-z0-9]+", "-", title).strip("-")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write the folder."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description=__doc__)
    parser.add_argument("number", type=int, help="how many services")
    parser.add_argument("folder", type=Path, help="the new content folder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--municipalities", type=int, default=0, help="how many portals, the Kreis among them")
    options = parser.parse_args(arguments)
    write(options.number, options.folder, options.seed)
    towns.add(options.folder, options.municipalities)


if __name__ == "__main__":
    main()
