"""Templates know components by their names; what a component says of the same values is said once."""

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from plugins.catalog.directory import Directory
from plugins.catalog.records import Language
from plugins.catalog.records.service import Texts
from plugins.pages import environments
from plugins.pages.a_z import a_to_z
from plugins.pages.environments import PageEnvironment
from plugins.pages.lines import lines
from plugins.pages.patterns import asked
from tests.pages.theme import environment

NOTICE = '{{ notice("Befristet", "Bis morgen.") }}'


@pytest.fixture
def fresh() -> PageEnvironment:
    """German templates that have said nothing yet."""
    found = environment()
    assert isinstance(found, PageEnvironment)
    return found


def test_a_template_calls_a_component_by_its_name(fresh: Environment) -> None:
    imported = '{% from "components/notice/notice.html" import notice %}' + NOTICE
    assert fresh.from_string(NOTICE).render() == fresh.from_string(imported).render()


def test_a_value_of_the_page_comes_before_a_component_of_its_name(fresh: Environment) -> None:
    assert fresh.from_string("{{ notice }}").render(notice="<") == "&lt;"


def test_a_name_that_is_neither_value_nor_component_is_a_mistake(fresh: Environment) -> None:
    with pytest.raises(UndefinedError, match="'no_such_thing' is undefined"):
        fresh.from_string("{{ no_such_thing }}").render()


def test_a_component_says_once_what_it_says_of_equal_values(fresh: Environment, said: list[str]) -> None:
    template = fresh.from_string('{{ once(badge, text) }}{{ once(badge, "Termin") }}')
    assert template.render(text="Online") == template.render(text="On" + "line")
    assert said == ["badge", "badge"]


def test_a_text_and_markup_of_the_same_letters_are_not_equal(fresh: Environment) -> None:
    template = fresh.from_string("{{ once(badge, text) }}")
    assert "<b>" in template.render(text=Markup("<b>"))
    assert "&lt;b&gt;" in template.render(text="<b>")


def test_what_cannot_be_compared_is_said_each_time(fresh: Environment, said: list[str]) -> None:
    office = {"name": "Bürgerbüro", "slug": "buergerbuero", **dict.fromkeys(("description", "address", "phone"))}
    office |= dict.fromkeys(("email", "website", "appointment_url", "opening_hours", "opening_note", "accessibility"))
    template = fresh.from_string("{{ once(office_card, office) }}")
    assert template.render(office=asked(office)) == template.render(office=asked(office))
    assert said == ["office_card", "office_card"]


def test_each_value_of_a_list_is_said_once(fresh: Environment, said: list[str]) -> None:
    template = fresh.from_string('{{ each(badge, texts, "warning") }}')
    expected = "".join(fresh.from_string('{{ badge(text, "warning") }}').render(text=text) for text in "a<a")
    said.clear()
    assert template.render(texts="a<a") == expected
    assert said == ["badge", "badge"]


def test_what_cannot_be_compared_may_stand_in_a_list(fresh: Environment) -> None:
    assert "kern-badge" in fresh.from_string("{{ each(badge, texts) }}").render(texts=[["a"]])


def test_a_mistake_in_a_component_is_not_hidden(fresh: Environment) -> None:
    with pytest.raises(TypeError, match="takes not more than 2 argument"):
        fresh.from_string('{{ once(badge, "a", "b", "c") }}').render()


def test_a_service_in_many_lists_is_put_into_words_once(
    grossstadt: Directory, fresh: Environment, said: list[str]
) -> None:
    template = fresh.from_string("{{ service_list(offers) }}")
    lists = [grossstadt.offers, *(grossstadt.by_topic[topic.slug] for topic in grossstadt.topics)]
    assert sum(map(len, lists)) > len(grossstadt.offers) > 5
    for offers in lists:
        template.render(offers=lines(offers, Language.GERMAN))
    assert said.count("result") == len(grossstadt.offers)


@pytest.mark.parametrize(
    ("text", "times"), [("Ein *Wort*.", 1), ("Ein [Hund](/themen/tiere/).", 2), ("Von <https://rurheim.example/>.", 2)]
)
def test_what_a_text_without_links_says_is_said_once_for_all_portals(text: str, times: int) -> None:
    told: list[str] = []
    here, there = environment("/"), environment("/portal/")
    assert isinstance(here, PageEnvironment)
    assert isinstance(there, PageEnvironment)
    there.everywhere_said = here.everywhere_said
    words = Texts(title="Hund anmelden", summary="Hier.", full_text=text)
    for portal in (here, there):
        alone = portal.from_string('{% from "part.html" import part %}{{ part("Text", "text", words.full_text) }}')
        portal.globals["note"] = told.append
        template = portal.from_string(
            '{% from "part.html" import part %}'
            '{% macro tell(words) %}{% if note("told") %}{% endif %}{{ part("Text", "text", words.full_text) }}'
            "{% endmacro %}{{ everywhere(tell, words) }}"
        )
        assert template.render(words=words) == alone.render(words=words)
    assert len(told) == times


@pytest.mark.parametrize(("shown", "part"), [("a_z_list(letters)", "entries"), ("service_list(offers)", "result")])
def test_what_lists_of_services_say_is_said_once_for_all_portals(
    grossstadt: Directory, fresh: PageEnvironment, said: list[str], shown: str, part: str
) -> None:
    letters, offers = a_to_z(grossstadt)[Language.GERMAN], lines(grossstadt.offers, Language.GERMAN)
    other = environment()
    assert isinstance(other, PageEnvironment)
    other.everywhere_said = fresh.everywhere_said
    here, there = (
        portal.from_string("{{ " + shown + " }}").render(letters=letters, offers=offers) for portal in (fresh, other)
    )
    assert here == there
    assert said.count(part) == len(letters if part == "entries" else offers) > 5


def test_what_is_said_for_all_portals_has_a_bound(fresh: PageEnvironment, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environments.Everywhere, "room", len("Hund anmelden"))
    template = fresh.from_string("{% macro tell(words) %}{{ words.title }}{% endmacro %}{{ everywhere(tell, words) }}")
    for title in ("Hund anmelden", "Katze anmelden"):
        assert template.render(words=Texts(title=title, summary="Hier.")) == title
    assert list(fresh.everywhere_said.values()) == ["Hund anmelden"]
