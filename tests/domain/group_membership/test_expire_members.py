"""Memberships with an end are tidied away after it."""

import datetime as dt

import pytest

from keyhouse.domain.group_membership import actions, jobs
from keyhouse.domain.groups.models import GroupMember
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import system_actor
from tests.domain.group_membership.people import make_group, names_in


@pytest.fixture
def group(cast):
    """A group that Ben has left by the clock, Erin will leave tomorrow, and Ada never."""
    made = make_group(cast.acme, "Night shift", [cast.ada, cast.ben, cast.erin])
    rows = GroupMember.objects.of(cast.acme).filter(group=made)
    rows.filter(person=cast.ben).update(until=clock.now())
    rows.filter(person=cast.erin).update(until=clock.now() + dt.timedelta(days=1))
    return made


def test_the_job_takes_out_who_is_over(group, cast):
    jobs.end_memberships(organization_id=None)

    assert names_in(group) == ["Ada", "Erin"]
    assert audit.events(cast.acme.id)[0].sentence == "The membership of 1 people in the group Night shift ended."


def test_who_got_more_time_meanwhile_stays(group, cast):
    GroupMember.objects.of(cast.acme).filter(person=cast.ben).update(until=None)

    assert actions.expire_members(by=system_actor(cast.acme.id), group=group, people=[cast.ben.id]) == []


def test_nobody_does_it_without_the_permission(ben, mallory, group, cast, untouched):
    for somebody in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.expire_members(by=somebody, group=group, people=[cast.ben.id])
