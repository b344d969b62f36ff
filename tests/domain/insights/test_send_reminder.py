"""A reminder goes to everybody behind a figure, once, and not to who has done it meanwhile."""

import dataclasses

import pytest

from keyhouse import deliveries
from keyhouse.domain.insights import actions
from keyhouse.domain.insights.errors import NothingToRemindOf, RemindedLately
from keyhouse.domain.insights.rules import Figure
from keyhouse.domain.people.models import Person
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as kept
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person


@pytest.fixture
def invited(cast):
    """Two people of Acme who have not activated."""
    return [
        make_person(cast.acme, f"{name}@acme.example", name.title(), state="invited", activated_at=None)
        for name in ("gil", "hana")
    ]


def test_each_gets_one_mail(ada, cast, invited):
    actions.send_reminder(by=ada, figure=Figure.NOT_ACTIVATED)
    deliveries.run_pending()
    deliveries.run_pending()

    assert sorted(one.to for one in kept.kept()) == ["gil@acme.example", "hana@acme.example"]
    assert "Acme waits for you to activate your account" in kept.kept()[0].subject
    assert "Reminder sent" in [line.title for line in audit.events(cast.acme.id)]


def test_who_activated_meanwhile_gets_none(ada, invited):
    actions.send_reminder(by=ada, figure=Figure.NOT_ACTIVATED)
    Person.objects.of(ada.organization_id).filter(id=invited[0].id).update(state="active")

    deliveries.run_pending()

    assert [one.to for one in kept.kept()] == ["hana@acme.example"]


def test_the_same_people_are_not_reminded_twice_a_day(ada, invited, untouched):
    actions.send_reminder(by=ada, figure=Figure.NOT_ACTIVATED)

    with pytest.raises(RemindedLately), untouched():
        actions.send_reminder(by=ada, figure=Figure.NOT_ACTIVATED)


def test_where_nobody_is_or_nothing_can_be_done_by_mail_it_is_refused(ada, untouched):
    for figure in (Figure.NOT_ACTIVATED, Figure.LOCKED):
        with pytest.raises(NothingToRemindOf), untouched():
            actions.send_reminder(by=ada, figure=figure)


def test_who_may_only_look_reminds_nobody(ada, ben, invited, untouched):
    viewer = dataclasses.replace(ada, permissions=frozenset({Permission.INSIGHTS_VIEW}))

    for stranger in (viewer, ben):
        with pytest.raises(NotAllowed), untouched():
            actions.send_reminder(by=stranger, figure=Figure.NOT_ACTIVATED)
