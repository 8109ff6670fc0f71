"""A legal basis names a law or has a name."""

import pytest

from tests.conftest import Draft, said

DOG = "services/hund-anmelden.md"
BASIS = "- name: Hundesteuersatzung der Stadt"


@pytest.mark.parametrize("basis", ["- law: gewo", "- name: Satzung\n    section: 3", "- law: gewo\n    section: 34c"])
def test_a_law_or_a_name_passes(write: Draft, basis: str) -> None:
    assert write.change(DOG, BASIS, basis) == []


@pytest.mark.parametrize("basis", ["- section: 3", "- title: Steuerpflicht\n    section: 3", "- name:\n    section: 3"])
def test_a_legal_basis_with_neither_is_an_error(write: Draft, basis: str) -> None:
    assert said(write.change(DOG, BASIS, basis)) == [
        f"content/{DOG}:19:5: Rechtsgrundlage ohne Gesetz  [legal-basis]"
        " → law: pauswg (Datei in content/laws/) — oder name: Hundesteuersatzung der Stadt"
    ]


def test_every_basis_is_checked(write: Draft) -> None:
    problems = write.change(DOG, BASIS, f"{BASIS}\n  - section: 1\n  - section: 2")
    assert [found.place.line for found in problems] == [20, 21]
