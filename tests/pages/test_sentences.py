"""Sentences of templates are put in place before a page is made, and say what gettext would have said."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, TemplateSyntaxError
from markupsafe import Markup, escape

from plugins.catalog.records import Language
from plugins.interface import escaping
from tests.pages.theme import environment

LOOKED_UP = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
TEMPLATES = [
    '{{ _("Suchen") }}',
    '{{ _("Seit %(day)s & immer", day=value) }}',
    '{{ _("%(day)s", day=value) }}',
    '{{ _("100 %% <b>von</b> %(day)s", day=value) ~ value }}',
    '{{ [value, value] | join(" " ~ _("oder") ~ " ") }}',
    '{{ [value] | map("upper") | join(_("Suchen")) ~ "<" }}',
    '{{ _("%(a)s und %(b)s", a=_("Anmeldung: %(ways)s", ways=value), b="<") }}',
    '{% set words %}<i>{{ value }}</i>{% endset %}{{ _("Quelle: %(name)s", name=words) if value else _("Suchen") }}',
    '{% macro named(title=_("Suche")) %}<p>{{ title }}</p>{% endmacro %}{{ named() }}{{ named(title=value) }}',
    '{% for label, address in [(_("Themen"), "/themen/")] %}{{ label }}{{ address }}{{ value }}{% endfor %}',
]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("value", ["<b>x</b> %s & %(day)s", Markup("<b>x</b>"), 7])
def test_a_sentence_in_place_says_what_gettext_says(template: str, value: Any, language: Language) -> None:
    found = environment(language=language)
    looked_up: Any = LOOKED_UP.overlay()
    looked_up.install_gettext_callables(found.gettext, lambda *_: "", newstyle=True)  # type: ignore[attr-defined]
    assert found.from_string(template).render(value=value) == looked_up.from_string(template).render(value=value)


def test_words_are_those_of_the_language() -> None:
    words = [environment(language=language).from_string('{{ _("Suchen") }}').render() for language in Language]
    assert words == ["Suchen", "Search", "Suchen"]


def test_a_page_asks_for_no_words(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    found = environment(language=Language.ENGLISH)

    def gettext(german: str) -> str:
        asked.append(german)
        return german

    monkeypatch.setattr(found, "gettext", gettext)
    template = found.from_string('{{ _("Suchen") }} – {{ _("Seit %(day)s gibt es sie.", day=day) }}')
    assert asked == ["Suchen", "Seit %(day)s gibt es sie."]
    assert [template.render(day=day) for day in "12"] == [f"Suchen – Seit {day} gibt es sie." for day in "12"]
    assert len(asked) == 2


def test_another_language_may_put_values_in_another_order(monkeypatch: pytest.MonkeyPatch) -> None:
    found = environment()
    monkeypatch.setattr(found, "gettext", lambda _: "%(b)s <b>or</b> %(a)s, %(b)s")
    template = found.from_string('{{ _("%(a)s oder %(b)s", a="<", b="&") }}')
    assert template.render() == "&amp; <b>or</b> &lt;, &amp;"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ _(title) }}", "Only a sentence that stands in the template has a translation"),
        ("{{ _() }}", "Only a sentence that stands in the template has a translation"),
        ('{{ _("Seit %(day)s", tag=1) }}', "„Seit %(day)s“ needs a value for „day“"),
    ],
)
def test_what_has_no_translation_does_not_compile(template: str, message: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=message.replace("(", r"\(").replace(")", r"\)")):
        environment().from_string(template)


class _Shown:
    def __html__(self) -> str:
        return "<b>shown</b>"


@given(st.text() | st.integers() | st.none() | st.text().map(Markup) | st.sampled_from([*Language, _Shown(), 1.5]))
def test_what_is_written_is_escaped_as_markupsafe_does(value: object) -> None:
    assert escaping.escaped(value) == escape(value)
