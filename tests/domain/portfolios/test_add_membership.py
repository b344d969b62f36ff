"""Adding a person to a portfolio, inside a process."""

import pytest

from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.errors import AlreadyInPortfolio
from keyhouse.domain.portfolios.models import Access, MembershipState
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission, operator_actor


def test_a_process_adds_the_person_it_is_for(ada, cast):
    step = ada.within(Permission.MEMBERSHIPS_CHANGE, cast.erin)

    actions.add_membership(by=step, portfolio=cast.spring_campaign, person=cast.erin, level=Access.APPS)

    assert queries.place_of(cast.spring_campaign, cast.erin.id).level == "apps"
    assert audit.events(cast.acme.id)[0].sentence == (
        "Erin is in Spring campaign now, with Partial access – Apps and integrations."
    )


def test_a_place_that_had_ended_begins_anew(cast):
    place = queries.membership(cast.spring_campaign, cast.ben.id)
    place.state = MembershipState.REMOVED
    place.save()

    actions.add_membership(by=operator_actor(cast.acme.id), portfolio=cast.spring_campaign, person=cast.ben)

    assert queries.membership(cast.spring_campaign, cast.ben.id).id == place.id
    assert queries.place_of(cast.spring_campaign, cast.ben.id) is not None


def test_a_person_has_one_place_in_a_portfolio(cast, untouched):
    with pytest.raises(AlreadyInPortfolio), untouched():
        actions.add_membership(by=operator_actor(cast.acme.id), portfolio=cast.spring_campaign, person=cast.ben)


def test_even_full_control_adds_nobody_without_an_invitation(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.add_membership(by=ada, portfolio=cast.spring_campaign, person=cast.erin)


def test_the_event_of_a_guest_goes_to_the_organization_of_the_portfolio(cast):
    actions.add_membership(by=operator_actor(), portfolio=cast.spring_campaign, person=cast.cleo)

    assert audit.events(cast.acme.id)[0].tag == "portfolio.person.added"
    assert audit.events(cast.brightside.id) == []
