"""Two doors at once: the last full control never goes, on either database."""

import threading

import pytest
from django.db import OperationalError, connection

from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.portfolios import actions, queries
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.portfolios.rules import NewAccess
from keyhouse.foundation.errors import BrokenRule
from tests.cast import make_person

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 8


def at_once(*works):
    """Run these at the same moment; answers what each raised, or None."""
    barrier, answers = threading.Barrier(len(works)), [None] * len(works)

    def run(place, work):
        barrier.wait()
        try:
            work()
        except (BrokenRule, OperationalError) as refused:
            answers[place] = refused
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, work)) for place, work in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_two_people_with_full_control_who_remove_each_other_leave_one(ada, erin, cast):
    """AUTH-5, AUTH-2: each would see the other, but the organization's row is locked."""
    for _ in range(TIMES):
        Membership.objects.of(cast.acme).filter(portfolio=cast.press, level__in=("full", "basic")).exclude(
            person=cast.finn
        ).update(state="active", level="full", ended_at=None)

        answers = at_once(
            lambda: actions.remove_membership(by=ada, portfolio=cast.press, person_id=cast.erin.id),
            lambda: actions.remove_membership(by=erin, portfolio=cast.press, person_id=cast.ada.id),
        )

        assert len(queries.with_full_control(cast.press)) == 1
        assert len([one for one in answers if one is not None]) == 1


def test_one_leaves_while_the_other_steps_down(ada, erin, cast):
    """AUTH-5: two different doors, in parallel, leave one with full control."""
    for _ in range(TIMES):
        Membership.objects.of(cast.acme).filter(portfolio=cast.press).exclude(person=cast.finn).update(
            state="active", level="full", ended_at=None
        )

        answers = at_once(
            lambda: actions.remove_membership(by=erin, portfolio=cast.press, person_id=cast.erin.id),
            lambda: actions.change_access(by=ada, portfolio=cast.press, person_id=cast.ada.id, access=NewAccess()),
        )

        assert len(queries.with_full_control(cast.press)) == 1
        assert len([one for one in answers if one is not None]) == 1


def test_an_address_that_two_people_invite_at_once_is_invited_once(ada, erin, cast):
    from tests.domain.invitations.inviting import invite

    for number in range(TIMES):
        email = f"kim{number}@acme.example"
        make_person(cast.acme, email, "Kim")

        answers = at_once(lambda: invite(ada, cast.press, email), lambda: invite(erin, cast.press, email))  # noqa: B023

        assert [getattr(one, "code", None) for one in answers if one] == ["cannot_be_invited"]
        assert Invitation.objects.of(cast.acme).filter(email=email).count() == 1
