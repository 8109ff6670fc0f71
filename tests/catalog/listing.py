"""A list of another portal for the tiny country: a landing page, its portal, the Bundesportal, the phone 115."""

from tests.conftest import Draft

LANDING = "landings/versteigerung.yaml"
PORTAL = "portals/wirtschaftsportal.yaml"
BUND = "portals/bundesportal.yaml"
HELPLINE = "offices/behoerdennummer-115.yaml"

PAGE = """\
title: Versteigerer*in
portal: wirtschaftsportal
path: /antrag/versteigerung/
checked_on: 2026-10-15
audience: [businesses]
topics: [gewerbe]
choices:
  - title: Versteigerung Erlaubnis
    leika: 99050036005000
    level: municipal
    competent: kommunale Ordnungsbehörde
  - title: Versteigerer Öffentliche Bestellung
    leika: 99050058108000
    level: chamber
    competent: Industrie- und Handelskammer
  - title: Versteigerung Anzeige
    leika: 99050211261000
    level: state
    competent: keine Stelle im Musterland
    one_body: false
    available: false
    warning: Laut Liste ist im Musterland keine Stelle dafür zuständig.
  - title: Gewerbe Anmeldung
    leika: 99050012104000
    level: municipal
"""

_BUND = """\
title: Bundesportal
operator: Bund
url: https://bund.example/
scheme: bund
deep_path: /leistung/{leika}/{ars}
"""


def with_list(write: Draft, page: str = PAGE) -> Draft:
    """The tiny country with this list, whose portal has the short form `wirtschaft`."""
    portal = (write.folder / PORTAL).read_text(encoding="utf-8")
    files = {
        PORTAL: f"{portal}scheme: wirtschaft\n",
        BUND: _BUND,
        HELPLINE: "name: Behördennummer 115\nlevel: federal\nphone: 115\n",
        LANDING: page,
    }
    for path, text in files.items():
        (write.folder / path).parent.mkdir(exist_ok=True)
        (write.folder / path).write_text(text, encoding="utf-8")
    return write
