"""A System admin confirms what a person who came back had."""

import pytest

from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation.errors import NotAllowed
from tests.domain.administration.holding import give_group_role, make_group, make_role, put_in


@pytest.fixture
def back(ada, cast):
    """Erin, who left and came back."""
    return actions.reactivate_person(by=ada, person=actions.deactivate_person(by=ada, person=cast.erin))


def test_roles_and_full_control_return(ada, cast, back):
    assert actions.confirm_access(by=ada, person=back) == (["System admin"], ["Press"])
    assert administrators.is_system_admin(cast.erin)
    assert Membership.objects.of(cast.acme).get(person=cast.erin).level == "full"


def test_a_role_by_a_group_waits_for_the_confirmation_as_well(ada, cast):
    """AUTH-2: coming back gives nobody an admin role, by whatever path it was held."""
    helpers = put_in(make_group(cast.acme, "Help desk"), cast.ben)
    give_group_role(make_role(cast.acme, "Helper", ["people.view"]), helpers)
    plain = put_in(make_group(cast.acme, "Sales"), cast.ben)

    back = actions.reactivate_person(by=ada, person=actions.deactivate_person(by=ada, person=cast.ben))

    assert administrators.permissions_of(back) == frozenset()
    assert groups.groups_of(back) == [plain] and groups.waiting_places_of(back) == ["Help desk"]
    actions.confirm_access(by=ada, person=back)
    assert "people.view" in administrators.permissions_of(back) and groups.waiting_places_of(back) == []


def test_nobody_confirms_for_herself_or_without_the_right(back, erin, okta, ben, untouched):
    import dataclasses

    powerless = dataclasses.replace(erin, permissions=frozenset())
    for by in (powerless, okta, ben):
        with pytest.raises(NotAllowed), untouched():
            actions.confirm_access(by=by, person=back)


def test_nothing_is_confirmed_for_whoever_is_gone(ada, cast, untouched):
    with pytest.raises(WrongState), untouched():
        actions.confirm_access(by=ada, person=cast.dana)
