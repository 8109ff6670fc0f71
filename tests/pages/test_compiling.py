"""What templates mean stays what Jinja says; only the Python they become is shorter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from jinja2.runtime import markup_join
from markupsafe import Markup

from plugins.interface.escaping import joined
from plugins.pages.patterns import asked

PIECES = st.text() | st.text().map(Markup) | st.integers()
SAY = '{% macro say(what, to="you") %}{{ what }}-{{ to }}{{ varargs | join }}{% endmacro %}'
AROUND = "{% macro around() %}({{ caller() }}){% endmacro %}"
NAME = '{% macro name(first, last="Doe") %}{{ first }} {{ last }}{% endmacro %}'


@given(st.lists(PIECES))
def test_what_is_put_together_is_markup_where_jinja_makes_it_markup(pieces: list[object]) -> None:
    assert joined(pieces) == markup_join(pieces)
    assert type(joined(pieces)) is type(markup_join(pieces))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ('name("A")', "A Doe"),
        ('name("A", "B")', "A B"),
        ('name(last="B", first="A")', "A B"),
        ('name(*["A", "B"])', "A B"),
        ('name(**{"first": "A"})', "A Doe"),
        ('name("<", "&")', "&lt; &amp;"),
        ('say("A")', "A-you"),
        ('say("A", "B", "C", "D")', "A-BCD"),
    ],
)
def test_a_macro_is_called_in_every_way_that_jinja_knows(theme: Environment, call: str, said: str) -> None:
    assert theme.from_string(NAME + SAY + "{{ " + call + " }}").render() == said


def test_a_macro_may_be_called_around_a_text(theme: Environment) -> None:
    assert theme.from_string(AROUND + "{% call around() %}<b>{% endcall %}").render() == "(<b>)"


def test_a_name_set_in_a_template_is_known_in_its_blocks_and_nowhere_else(theme: Environment) -> None:
    assert theme.from_string("{% set colour = 1 %}{% block main %}{{ colour }}{% endblock %}").render() == "1"
    assert "colour" not in theme.globals


def test_what_a_value_does_not_have_is_a_mistake(theme: Environment) -> None:
    with pytest.raises(AttributeError, match="no attribute 'colour'"):
        theme.from_string("{{ name.colour }}").render(name="Bürgerbüro")


@pytest.mark.parametrize("value", ["<", Markup("<b>"), 3, None, asked({"__html__": lambda: "<i>"})])
def test_what_is_written_is_escaped_as_jinja_does(theme: Environment, value: object) -> None:
    plain = Environment(autoescape=True)
    template = "{{ value }}{% set inside %}{{ value }}{% endset %}{{ inside }}"
    assert theme.from_string(template).render(value=value) == plain.from_string(template).render(value=value)
