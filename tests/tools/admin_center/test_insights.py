"""The screens of Insights and of the posture."""

import dataclasses

import pytest

from keyhouse.domain.insights.rules import Figure
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.insights.words import POSTURE
from tests.cast import make_person
from tests.visiting import text_of, visit

PAGE = "/admin-center/insights/"


def test_figures_are_drawn_with_a_table_beside_the_chart(ada, cast):
    page = text_of(visit(ada, PAGE))

    assert "<svg" in page and "The same as a table" in page
    assert "acme.example" in page and "Accounts at risk" in page
    assert all(f"figure={figure.value}" in page for figure in Figure)


@pytest.mark.parametrize("figure", list(Figure), ids=lambda figure: figure.value)
def test_each_figure_opens_the_list_behind_it(ada, figure):
    assert visit(ada, f"{PAGE}people/?figure={figure.value}").status_code == 200


def test_a_figure_that_does_not_exist_is_not_there(ada):
    assert visit(ada, f"{PAGE}people/?figure=nothing").status_code == 404


def test_a_reminder_is_read_before_it_is_sent(ada, cast):
    make_person(cast.acme, "gil@acme.example", "Gil", state="invited", activated_at=None)
    address = f"{PAGE}reminder/?figure=not-activated"

    before = text_of(visit(ada, address))
    sent = visit(ada, address, {"send": "yes"})

    assert "As Gil will read it" in before and "Acme waits for you" in before
    assert sent.status_code == 303 and "/admin-center/work/" in sent["Location"]


def test_the_export_of_a_figure_names_its_people(ada, cast):
    lines = text_of(visit(ada, f"{PAGE}export/?figure=no-second-factor")).splitlines()

    assert len(lines) == 2 and "ada@acme.example" in lines[1]
    assert "no-second-factor,1" in text_of(visit(ada, f"{PAGE}export/"))


def test_each_line_of_the_posture_says_how_it_stands_and_leads_to_what_mends_it(ada):
    page = text_of(visit(ada, f"{PAGE}posture/"))

    assert all(str(words.title) in page for words in POSTURE.values())
    assert "no System admin gets in with password and second factor" in page
    assert "/account/sign-in/" in page and "Several people can administer everything" in page


def test_the_tab_of_security_shows_second_factors_and_old_keys(ada):
    page = text_of(visit(ada, "/admin-center/security-insights/"))

    assert "of passwords with a second factor" in page and "keys older than 180 days" in page


def test_who_may_not_see_people_sees_names_without_links(ada, cast):
    viewer = dataclasses.replace(ada, permissions=frozenset({Permission.INSIGHTS_VIEW}))

    page = text_of(visit(viewer, f"{PAGE}people/?figure=no-second-factor"))

    assert "ada@acme.example" in page and f"/admin-center/people/{cast.ada.id}/" not in page
