"""Raising an alert."""

import pytest

from keyhouse import deliveries
from keyhouse.domain.security_alerts import actions, queries
from keyhouse.domain.security_alerts.models import SecurityAlert
from keyhouse.domain.security_alerts.rules import AlertKind
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import system_actor
from tests.domain.security_alerts.raising import raised
from tests.racing import at_once


def test_the_same_cause_is_raised_once_and_counted(cast):
    raised(cast, signal=1)
    for signal in (2, 2, 3):
        raised(cast, signal=signal, facts={"count": signal})

    alert = SecurityAlert.objects.of(cast.acme).get()
    assert (alert.times, alert.signals, alert.facts) == (3, ["1", "2", "3"], {"count": 3})
    assert len([line for line in audit.events(cast.acme.id) if line.title == "Security alert raised"]) == 1


def test_another_thing_another_kind_and_another_cause_are_alerts_of_their_own(cast):
    raised(cast)
    raised(cast, about=cast.erin.id)
    raised(cast, kind=AlertKind.BREAK_GLASS)
    raised(cast, facts={"cause": "a certificate"})

    assert queries.waiting(cast.acme.id) == 4


def test_what_was_closed_is_raised_anew(ada, cast):
    first = raised(cast)
    actions.close_alert(by=ada, alert=first, reason="It was Ben")

    assert raised(cast).id != first.id and queries.waiting(cast.acme.id) == 1


def test_a_severe_one_is_mailed_to_who_works_on_alerts_and_others_are_not(cast):
    raised(cast, kind=AlertKind.FAILED_SIGN_INS)
    raised(cast, kind=AlertKind.BREAK_GLASS)
    raised(cast, kind=AlertKind.BREAK_GLASS)
    deliveries.run_pending()

    told = [one for one in mail.kept() if one.subject.startswith("Security alert")]
    assert sorted(one.to for one in told) == ["ada@acme.example", "erin@acme.example"]
    assert {one.subject for one in told} == {"Security alert: Break-glass used"}
    assert all("ben@acme.example" in one.text for one in told)


def test_two_at_once_are_one_alert(cast, transactional_db):
    """No duplicates for one cause, whoever is first."""
    answers = at_once(*[lambda: raised(cast, signal=None) for _ in range(3)])

    assert SecurityAlert.objects.of(cast.acme).count() == 1, answers


def test_nobody_raises_one_for_another_organization(ben, mallory, cast, untouched):
    for by in (ben, mallory, system_actor(cast.rival.id)):
        with pytest.raises(NotAllowed), untouched():
            actions.raise_alert(by=by, organization_id=cast.acme.id, kind=AlertKind.BREAK_GLASS, about=None, facts={})
