"""A System admin confirms what a person who came back had."""

import pytest

from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def back(ada, cast):
    """Erin, who left and came back."""
    return actions.reactivate_person(by=ada, person=actions.deactivate_person(by=ada, person=cast.erin))


def test_roles_and_full_control_return(ada, cast, back):
    assert actions.confirm_access(by=ada, person=back) == (["System admin"], ["Press"])
    assert administrators.is_system_admin(cast.erin)
    assert Membership.objects.of(cast.acme).get(person=cast.erin).level == "full"


def test_nobody_confirms_for_herself_or_without_the_right(back, erin, okta, ben, untouched):
    import dataclasses

    powerless = dataclasses.replace(erin, permissions=frozenset())
    for by in (powerless, okta, ben):
        with pytest.raises(NotAllowed), untouched():
            actions.confirm_access(by=by, person=back)


def test_nothing_is_confirmed_for_whoever_is_gone(ada, cast, untouched):
    with pytest.raises(WrongState), untouched():
        actions.confirm_access(by=ada, person=cast.dana)
