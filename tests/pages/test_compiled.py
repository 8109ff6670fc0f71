"""A template is compiled once for all languages; what was kept is taken only for the very same template."""

from pathlib import Path

import pytest
from jinja2 import DictLoader

from plugins.catalog.kept import Kept
from plugins.catalog.markdown import ANYWHERE
from plugins.catalog.records import Language
from plugins.interface.speech import speech
from plugins.pages import compiled, environments


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_LOADED", {})


def rendered(folder: Path, source: str, language: Language = Language.GERMAN, **settings: bool) -> str:
    """What a template says in an environment of its own."""
    settings = {"autoescape": True, **settings}
    loader = DictLoader({"page.html": source})
    found = environments.environment(loader, settings, Kept(folder), ANYWHERE, speech(language))
    return found.get_template("page.html").render(title="<")


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled from now on."""
    found: list[str] = []
    real = environments.PageEnvironment._generate

    def generate(self: environments.PageEnvironment, source: object, name: str, *rest: object, **more: object) -> str:
        found.append(name)
        return real(self, source, name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(environments.PageEnvironment, "_generate", generate)
    return found


def test_the_next_build_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_now = compilations(monkeypatch)
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}') == "Suchen &lt;"
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}') == "Suchen &lt;"
    monkeypatch.setattr(compiled, "_LOADED", {})
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}') == "Suchen &lt;"
    assert compiled_now == ["page.html"]


def test_another_language_takes_the_same_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_now = compilations(monkeypatch)
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}') == "Suchen &lt;"
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}', Language.ENGLISH) == "Search &lt;"
    assert compiled_now == ["page.html"]


def test_another_text_or_setting_is_compiled_anew(tmp_path: Path) -> None:
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}') == "Suchen &lt;"
    assert rendered(tmp_path, '{{ _("Suchen") }}, {{ title }}') == "Suchen, &lt;"
    assert rendered(tmp_path, '{{ _("Suchen") }} {{ title }}', autoescape=False) == "Suchen <"


def test_what_is_damaged_is_compiled_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path, "{{ title }}!")
    (entry,) = tmp_path.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1] + b"x")
    monkeypatch.setattr(compiled, "_LOADED", {})
    assert rendered(tmp_path, "{{ title }}!") == "&lt;!"


def test_so_many_versions_of_a_template_stay(tmp_path: Path) -> None:
    for number in range(compiled.MOST + 3):
        rendered(tmp_path, f"{{{{ title }}}} {number}")
    assert len([*tmp_path.iterdir()]) == compiled.MOST
