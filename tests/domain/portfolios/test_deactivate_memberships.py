"""Ending a person's places when she is deactivated."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_member


def deactivate(by, person):
    return actions.deactivate_memberships(by=by.within(Permission.MEMBERSHIPS_CHANGE, person), person=person)


def test_every_place_stops_counting(okta, cast):
    make_member(cast.studio, cast.ben)

    deactivate(okta, cast.ben)

    assert queries.portfolios_of(cast.ben.id) == []
    assert queries.membership(cast.spring_campaign, cast.ben.id).state == "deactivated"


def test_each_portfolio_tells_its_own_organization(okta, cast):
    make_member(cast.studio, cast.ben)

    deactivate(okta, cast.ben)

    assert [line.tag for line in audit.events(cast.brightside.id)] == ["person.memberships.deactivated"]
    assert [line.tag for line in audit.events(cast.acme.id)] == ["person.memberships.deactivated"]


def test_the_last_full_control_may_go_and_the_portfolio_is_marked(okta, cast):
    """AUTH-2: deprovisioning alone may take the last full control, and a System admin is offered to take it."""
    deactivate(okta, cast.ada)

    cast.spring_campaign.refresh_from_db()
    cast.press.refresh_from_db()
    assert cast.spring_campaign.needs_full_control
    assert not cast.press.needs_full_control
    assert "portfolio.full_control.lost" in [line.tag for line in audit.events(cast.acme.id)]


def test_a_second_person_who_is_not_usable_does_not_count(okta, cast):
    """AUTH-2: a suspended second person is no reason to leave the portfolio unmarked."""
    cast.erin.state = "suspended"
    cast.erin.save()

    deactivate(okta, cast.ada)

    cast.press.refresh_from_db()
    assert cast.press.needs_full_control


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.deactivate_memberships(by=ada, person=cast.ben)
