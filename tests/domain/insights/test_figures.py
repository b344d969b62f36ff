"""Each figure counts the people whom its list shows."""

import datetime as dt

import pytest

from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.insights import jobs, queries, rules
from keyhouse.domain.insights.models import InsightFigures
from keyhouse.domain.insights.rules import Figure
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.keyset import Place
from tests.cast import make_person


@pytest.fixture
def staff(cast):
    """More people of Acme, one for each figure."""
    long_ago, lately = clock.now() - dt.timedelta(days=100), clock.now() - dt.timedelta(days=40)
    acme = cast.acme
    make_person(acme, "invited@acme.example", "Invited", state="invited", activated_at=None, department="Sales")
    make_person(acme, "sent@acme.example", "Sent", managed_by=cast.scim, sign_in_method="sso", department="Sales")
    make_person(acme, "away@acme.example", "Away", last_active_at=lately, sign_in_method="sso")
    make_person(acme, "gone@acme.example", "Gone", last_active_at=long_ago, sign_in_method="sso")
    make_person(acme, "stopped@acme.example", "Stopped", state="locked")
    make_person(acme, "odd@acme-labs.example", "Odd", sign_in_method="sso", last_active_at=clock.now())
    Person.objects.of(acme).filter(id=cast.erin.id).update(last_active_at=long_ago)
    Authenticator.objects.of(acme).create(person=cast.ada, secret_encrypted="x", confirmed_at=clock.now())


EXPECTED = {
    Figure.NOT_ACTIVATED: {"Invited"},
    Figure.NEVER_SIGNED_IN: {"Sent"},
    Figure.INACTIVE_30: {"Away", "Gone", "Erin"},
    Figure.INACTIVE_90: {"Gone", "Erin"},
    Figure.LOCKED: {"Stopped"},
    Figure.NO_SECOND_FACTOR: set(),
    Figure.UNPROVED_DOMAIN: {"Odd"},
    Figure.STALE_ADMINS: {"Erin"},
    Figure.NO_PORTFOLIO: {"Sent", "Away", "Gone", "Odd"},
}


@pytest.mark.parametrize("figure", list(Figure), ids=lambda figure: figure.value)
def test_a_figure_counts_the_people_whom_its_list_shows(ada, staff, figure):
    shown = {person.name for person in queries.behind(ada, figure, Place(), 50).rows}

    assert shown == EXPECTED[figure]
    assert queries.figures(ada).number(figure) == len(shown)


def test_days_rates_and_second_factors_are_counted(ada, staff):
    found = queries.figures(ada)

    today = found.days[-1]
    assert (len(found.days), today[0]) == (rules.DAYS, clock.now().date().isoformat())
    assert today[1] == Person.objects.of(ada.organization_id).count()
    assert (found.people, found.activated) == (9, 8) and found.percent == 88
    assert {(one.name, one.people, one.activated) for one in found.departments} == {("Sales", 2, 1)}
    assert ("acme-labs.example", 1, 100) in {(one.name, one.people, one.percent) for one in found.domains}
    assert (found.by_password, found.with_second_factor, found.percent_second_factor) == (1, 1, 100)


def test_a_large_organization_shows_what_was_counted_ahead(ada, staff, cast, monkeypatch):
    monkeypatch.setattr(rules, "SMALL", 1)
    jobs.count_figures(organization_id=None)
    make_person(cast.acme, "new@acme.example", "New", state="locked")

    before = queries.figures(ada).number(Figure.LOCKED)
    jobs.count_figures(organization_id=None)

    assert (before, queries.figures(ada).number(Figure.LOCKED)) == (1, 2)
    assert InsightFigures.objects.of(cast.acme).count() == 1


def test_a_subdomain_counts_as_proved_where_the_proof_includes_it(ada, cast):
    from keyhouse.domain.email_domains.models import EmailDomain

    make_person(cast.acme, "sub@shop.acme.example", "Sub", sign_in_method="sso")
    before = queries.figures(ada).number(Figure.UNPROVED_DOMAIN)
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(include_subdomains=True)

    assert (before, queries.figures(ada).number(Figure.UNPROVED_DOMAIN)) == (1, 0)


def test_figures_of_another_organization_hold_nobody_of_acme(ada, ben, mallory, staff):
    """AUTH-1: Mallory counts her own people alone, and Ben counts nobody."""
    assert queries.figures(mallory).people == 1
    assert all(not queries.behind(mallory, one, Place(), 50).rows for one in (Figure.LOCKED, Figure.UNPROVED_DOMAIN))
    with pytest.raises(NotAllowed):
        queries.figures(ben)
    with pytest.raises(NotAllowed):
        queries.behind(ben, Figure.LOCKED, Place(), 50)
