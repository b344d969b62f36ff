"""Taking an admin role; one System admin who can sign in with a password always remains."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin, RoleFromElsewhere
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person, make_system_admin
from tests.racing import at_once


def holding(person):
    return queries.roles_of(person)[0]


def test_a_role_that_is_taken_allows_nothing_any_more(ada, cast):
    actions.remove_role(by=ada, holder=holding(cast.erin))

    assert queries.permissions_of(cast.erin) == frozenset()


def test_the_last_system_admin_stays(erin, cast, untouched):
    """AUTH-2: the last System admin keeps the role, whoever asks."""
    actions.remove_role(by=erin, holder=holding(cast.erin))

    with pytest.raises(LastSystemAdmin, match="Give the role to another person first"), untouched():
        actions.remove_role(by=erin, holder=holding(cast.ada))


def test_the_last_one_with_a_password_stays(erin, cast, untouched):
    """AUTH-2: somebody must get in when single sign-on fails."""
    with pytest.raises(LastBreakGlass), untouched():
        actions.remove_role(by=erin, holder=holding(cast.ada))


@pytest.mark.parametrize("state", ["suspended", "deactivated", "invited"])
def test_an_administrator_who_cannot_act_does_not_count(ada, cast, untouched, state):
    """AUTH-2: only active System admins count."""
    cast.erin.state = state
    cast.erin.save()

    with pytest.raises(LastSystemAdmin), untouched():
        actions.remove_role(by=ada, holder=holding(cast.ada))


def test_a_role_from_a_preset_is_taken_away_there(ada, cast, untouched):
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).update(source="preset", source_id=1)

    with pytest.raises(RoleFromElsewhere), untouched():
        actions.remove_role(by=ada, holder=holding(cast.erin))


def test_others_take_nothing(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.remove_role(by=stranger, holder=holding(cast.erin))


@pytest.mark.parametrize("_time", range(5))
def test_two_removals_at_once_leave_one(transactional_db, ada, erin, cast, _time):
    """AUTH-5: each would take the other's administrator; one is refused."""
    make_system_admin(make_person(cast.rival, "rob@rival.example", "Rob"))
    mine = [holding(person) for person in (cast.ada, cast.erin)]
    cast.erin.sign_in_method = "password"
    cast.erin.save()

    results = at_once(*(lambda one=one: actions.remove_role(by=ada, holder=one) for one in mine))

    assert [type(result) for result in results if result is not None] == [LastSystemAdmin]
    assert queries.system_admins(cast.acme.id).count() == 1
