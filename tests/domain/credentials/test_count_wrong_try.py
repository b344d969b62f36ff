"""Counting wrong tries."""

from keyhouse.domain.credentials import actions, queries
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.permissions import visitor


def test_the_twentieth_wrong_try_stops_and_tells(cast):
    for _ in range(19):
        actions.count_wrong_try(by=visitor(), person=cast.ben, reason="wrong code")
    assert not queries.is_stopped(cast.ben)

    actions.count_wrong_try(by=visitor(), person=cast.ben, reason="wrong code")

    assert queries.is_stopped(cast.ben)
    assert AuditEvent.objects.of(cast.acme).filter(tag="person.sign_in.held").count() == 1


def test_tries_while_stopped_do_not_lengthen_the_stop(cast):
    for _ in range(20):
        actions.count_wrong_try(by=visitor(), person=cast.ben, reason="wrong code")
    until = queries.tries_of(cast.ben).stopped_until

    for _ in range(25):
        actions.count_wrong_try(by=visitor(), person=cast.ben, reason="stopped")

    assert queries.tries_of(cast.ben).stopped_until == until
