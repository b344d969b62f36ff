"""Suspended group memberships count again when a person comes back."""

import pytest

from keyhouse.domain.groups import actions
from keyhouse.domain.groups.models import GroupMember, PersonGroup
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_what_was_suspended_counts_again(okta, cast):
    group = PersonGroup.objects.of(cast.acme).create(name="Sales", name_folded="sales", made_at=clock.now())
    place = GroupMember.objects.of(cast.acme).create(group=group, person=cast.ben, paused=True)

    assert actions.resume_places(by=okta.within(Permission.GROUPS_CHANGE, cast.ben), person=cast.ben) == ["Sales"]
    place.refresh_from_db()
    assert not place.paused


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.resume_places(by=ada, person=cast.ben)
