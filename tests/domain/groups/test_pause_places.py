"""The group memberships of a person who leaves are suspended."""

import pytest

from keyhouse.domain.groups import actions
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


@pytest.fixture
def place(cast):
    """Ben's place in a group."""
    group = PersonGroup.objects.of(cast.acme).create(name="Sales", name_folded="sales", made_at=clock.now())
    return GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben)


def test_every_place_is_suspended_once(okta, cast, place):
    step = okta.within(Permission.GROUPS_CHANGE, cast.ben)

    assert actions.pause_places(by=step, person=cast.ben) == ["Sales"]
    assert actions.pause_places(by=step, person=cast.ben) == []
    place.refresh_from_db()
    assert place.paused


def test_nobody_does_it_outside_of_a_process(ada, cast, place, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.pause_places(by=ada, person=cast.ben)
