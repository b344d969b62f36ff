"""The admin roles of a person who leaves are suspended."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_every_role_stops_counting_and_stays_on_record(okta, cast):
    names = actions.pause_roles(by=okta.within(Permission.ROLES_CHANGE, cast.erin), person=cast.erin)

    assert names == ["System admin"]
    assert not queries.permissions_of(cast.erin) and queries.holds_a_role(cast.erin)


def test_whoever_holds_none_changes_nothing(okta, cast, untouched):
    with untouched():
        assert actions.pause_roles(by=okta.within(Permission.ROLES_CHANGE, cast.ben), person=cast.ben) == []


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.pause_roles(by=ada, person=cast.erin)
