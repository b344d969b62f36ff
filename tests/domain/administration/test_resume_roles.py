"""Suspended admin roles are given back inside the confirmation."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_what_was_suspended_counts_again(ada, cast):
    step = ada.within(Permission.ROLES_CHANGE, cast.erin)
    actions.pause_roles(by=step, person=cast.erin)

    assert actions.resume_roles(by=step, person=cast.erin) == ["System admin"]
    assert queries.is_system_admin(cast.erin)


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.resume_roles(by=ada, person=cast.erin)
