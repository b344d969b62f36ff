"""The clock may jump: what is over stays over, and numbers still rise."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials.errors import LinkExpired, LinkUsed
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.domain.invitations import actions as invitations
from keyhouse.domain.invitations import queries as invited
from keyhouse.foundation import clock, ids, secrets
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.audit.sealing import seal
from keyhouse.foundation.audit.verifying import verify
from keyhouse.foundation.permissions import operator_actor, system_actor, visitor
from tests.domain.invitations.inviting import invite

pytestmark = pytest.mark.django_db
HOUR, YEAR = dt.timedelta(hours=1), dt.timedelta(days=365)
JUMPS = [HOUR, -HOUR, YEAR, -YEAR]


@pytest.fixture
def jump():
    """Set the clock forward or back, and let it go on from there."""
    travellers = []

    def by(delta):
        travellers.append(time_machine.travel(clock.now() + delta))
        travellers[-1].start()

    yield by
    for traveller in reversed(travellers):
        traveller.stop()


def use(secret):
    """Use a sign-in link as its holder does."""
    holder = visitor(link=secrets.hash_of(secret))
    credentials.use_link(by=holder, link=links.link(secret, LinkPurpose.ONE_TIME))


@pytest.mark.parametrize("delta", JUMPS)
def test_a_used_sign_in_link_stays_used(cast, jump, delta):
    """REL-6: in the middle of a sign-in, nothing that is over comes to life."""
    secret = credentials.create_sign_in_link(by=operator_actor(cast.acme.id), person=cast.ben)
    use(secret)

    jump(delta)

    with pytest.raises(LinkUsed):
        use(secret)


@pytest.mark.parametrize("delta", [HOUR, YEAR])
def test_a_link_ends_when_the_clock_is_set_forward(cast, jump, delta):
    secret = credentials.create_sign_in_link(by=operator_actor(cast.acme.id), person=cast.ben)

    jump(delta)

    with pytest.raises(LinkExpired):
        use(secret)


def test_an_expired_invitation_stays_expired_when_the_clock_is_set_back(cast, ada, jump):
    """REL-6: in the middle of an invitation."""
    made = invite(ada, cast.press, "ben@acme.example")
    jump(YEAR)
    invitations.expire_invitation(by=system_actor(cast.acme.id), invitation=made)

    jump(-YEAR)

    again = invited.invitation(cast.press, made.id)
    assert again.state == "expired"
    assert not invited.can_be_accepted(again)


@pytest.mark.parametrize("delta", JUMPS)
def test_sequence_numbers_of_the_log_still_rise(cast, jump, delta):
    """REL-6: events are numbered in the order of sealing, whatever the clock says."""
    by = operator_actor(cast.acme.id)
    credentials.create_sign_in_link(by=by, person=cast.ben)
    seal(cast.acme.id)

    jump(delta)
    credentials.create_sign_in_link(by=by, person=cast.ada)
    seal(cast.acme.id)

    numbers = list(AuditEvent.objects.of(cast.acme).order_by("sequence").values_list("sequence", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
    assert verify(cast.acme.id) is None


def test_ids_made_again_in_the_same_moment_are_new(jump):
    before = {ids.new(ids.Kind.PERSON) for _ in range(500)}
    jump(-HOUR)
    between = {ids.new(ids.Kind.PERSON) for _ in range(500)}
    jump(HOUR)
    after = {ids.new(ids.Kind.PERSON) for _ in range(500)}

    assert len(before | between | after) == 1500
