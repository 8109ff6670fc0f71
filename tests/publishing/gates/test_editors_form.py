"""The form of the editors is no part of a public portal, unless somebody wants it there."""

from plugins.publishing.gates import editors_form, gates
from tests.publishing.gates.conftest import Built


def test_a_portal_without_the_form_passes(built: Built) -> None:
    assert list(editors_form.check(built.sight)) == []
    assert editors_form.seen(built.sight) == "keine Datei unter /admin/"


def test_a_portal_with_the_form_is_held_back(built: Built) -> None:
    sight = built.having("admin/index.html", b"<script>1</script>")
    assert editors_form.seen(sight) == "1 Datei"
    assert list(editors_form.check(sight)) == [
        "/admin/ braucht eine eigene Adresse, nur für die Redaktion. Bauen Sie das Portal ohne ADMIN=1."
    ]


def test_no_other_gate_minds_what_the_form_does(built: Built) -> None:
    sight = built.having("admin/form.mjs", b'fetch("https://api.git.example/");"Stadt Kleinstadt"')
    assert [gate.name for gate in gates() if list(gate.check(sight))] == ["editors-form"]


def test_a_secret_in_the_form_is_found(built: Built) -> None:
    sight = built.having("admin/form.json", b'"glpat' + b'-x7Qm2Lk9Rt4Wb8Nz5Vc1"')
    assert [gate.name for gate in gates() if list(gate.check(sight))] == ["editors-form", "secrets"]
