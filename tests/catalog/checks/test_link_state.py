"""What the link ledger calls broken or dangerous is reported where it is written; only a hint."""

import pytest

from tests.conftest import Draft, said

DEEP = "https://service.wirtschaft.example/gewerbe/anmeldung"
TRADE = "services/gewerbe-anmelden.md"


def ledger(address: str, state: str, more: str = "") -> str:
    return f"links:\n- address: {address}\n  state: {state}\n  since: 2026-10-30\n  checked_on: 2026-10-31\n{more}"


@pytest.mark.parametrize("state", ["ok", "caution", "pending"])
def test_all_other_states_are_silent(write: Draft, state: str) -> None:
    assert write("links/service.wirtschaft.example.yaml", ledger(DEEP, state)) == []


def test_a_broken_way_is_named_with_its_towns(write: Draft) -> None:
    problems = write(
        "links/service.wirtschaft.example.yaml", ledger(DEEP, "broken", "  note: Der Server antwortet mit 404\n")
    )
    assert said(problems) == [
        f"content/{TRADE}:26:3: Hinweis: Der Weg zu {DEEP} ist gestört (seit 30.10.2026, Der Server antwortet mit 404)"
        " in: Stadt Großstadt, Stadt Kleinstadt  [link-state] → Der Weg führt solange auf die Startseite des Portals."
    ]


def test_a_dangerous_way_gives_way_to_the_others(write: Draft) -> None:
    (message,) = said(write("links/service.wirtschaft.example.yaml", ledger(DEEP, "danger")))
    assert message.endswith(
        "ist gefährlich (seit 30.10.2026) in: Stadt Großstadt, Stadt Kleinstadt  [link-state]"
        " → Die Seite nennt die anderen Wege."
    )


def test_the_new_address_is_suggested(write: Draft) -> None:
    moved = ledger(DEEP, "broken", "  moves_to: https://service.wirtschaft.example/neu\n")
    (message,) = said(write("links/service.wirtschaft.example.yaml", moved))
    assert message.endswith("→ Neue Adresse laut Server: https://service.wirtschaft.example/neu")


def test_a_broken_link_in_a_text_is_found_at_its_line(write: Draft) -> None:
    text = f"Sie ziehen um? [Zum Portal]({DEEP}x#oben)."
    write.change("services/hund-anmelden.md", "Das gilt auch für Welpen.", f"\n\n{text}")
    assert said(write("links/service.wirtschaft.example.yaml", ledger(f"{DEEP}x", "broken"))) == [
        f"content/services/hund-anmelden.md:40:1: Hinweis: Der Link zu {DEEP}x ist gestört (seit 30.10.2026)"
        "  [link-state] → Bis er berichtigt ist, bleiben auf den Seiten nur seine Wörter."
    ]


def test_a_broken_named_target_is_found_once(write: Draft) -> None:
    deep_path = "scheme: wirt\ndeep_path: /l/{leika}\npayment:"
    write.change("portals/wirtschaftsportal.yaml", "payment:", deep_path)
    write.change("services/hund-anmelden.md", "Das gilt auch für Welpen.", "[Gewerbe](wirt:99050012104000)")
    target = "https://service.wirtschaft.example/l/99050012104000"
    (message,) = said(write("links/service.wirtschaft.example.yaml", ledger(target, "broken")))
    assert message.startswith(f"content/services/hund-anmelden.md:38:1: Hinweis: Der Link zu {target} ist gestört")
