"""Ending the place of a guest in a portfolio."""

import pytest

from keyhouse.domain.portfolios import actions
from keyhouse.domain.portfolios.errors import NotInPortfolio
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_member, make_portfolio


def end(by, cast, portfolio):
    step = by.within(Permission.MEMBERSHIPS_CHANGE, cast.cleo)
    return actions.end_guest_membership(by=step, portfolio=portfolio, person=cast.cleo)


def test_her_place_ends_and_the_portfolios_log_says_so(ada, cast):
    make_member(cast.press, cast.cleo)

    end(ada, cast, cast.press)

    assert Membership.objects.of(cast.acme).get(person=cast.cleo).state == "removed"
    assert audit.events(cast.acme.id)[0].sentence == "Ada removed Cleo from Press."


def test_even_the_last_full_control_ends_and_the_portfolio_is_flagged(ada, cast):
    summer = make_portfolio(cast.acme, "Summer")
    make_member(summer, cast.cleo, "full")

    end(ada, cast, summer)

    assert Portfolio.objects.of(cast.acme).get(id=summer.id).needs_full_control


def test_who_isnt_in_it_is_not_removed(ada, cast, untouched):
    with pytest.raises(NotInPortfolio), untouched():
        end(ada, cast, cast.press)


def test_without_the_step_for_her_nothing_ends(ada, mallory, cast, untouched):
    make_member(cast.press, cast.cleo)

    for stranger in (ada, mallory, ada.within(Permission.MEMBERSHIPS_CHANGE, cast.ben)):
        with pytest.raises(NotAllowed), untouched():
            actions.end_guest_membership(by=stranger, portfolio=cast.press, person=cast.cleo)
