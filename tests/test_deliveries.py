"""The outbox: each outgoing event becomes its deliveries once, after the commit and not without it."""

from dataclasses import dataclass

import pytest
from django.db import transaction

from keyhouse import deliveries
from keyhouse.foundation.audit import Event, record
from keyhouse.foundation.jobs import job
from keyhouse.foundation.permissions import operator_actor

pytestmark = pytest.mark.django_db
delivered = []


@dataclass(frozen=True, kw_only=True)
class DoorPainted(Event):
    """A door was painted."""

    tag = "test.door.painted"
    title = "Door painted"
    sentence = "{actor} painted the door {color}."
    outgoing = True
    color: str


@job()
def tell(*, organization_id, event_id):
    """Remember the delivery."""
    delivered.append((organization_id, event_id))


@pytest.fixture(autouse=True)
def _listed(monkeypatch):
    delivered.clear()
    monkeypatch.setitem(deliveries.DELIVERIES, DoorPainted, [tell])


def test_an_outgoing_event_is_delivered_once_with_its_organization():
    event = record(DoorPainted(color="red"), by=operator_actor(4711))

    deliveries.run_pending()
    deliveries.run_pending()

    assert delivered == [(4711, event)]


def test_an_event_of_a_transaction_that_failed_is_not_delivered():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        record(DoorPainted(color="red"), by=operator_actor(4711))
        raise ZeroDivisionError

    assert deliveries.run_pending() == 0


def test_many_events_are_all_read(monkeypatch):
    monkeypatch.setattr(deliveries, "PAGE", 2)
    events = [record(DoorPainted(color="red"), by=operator_actor(4711)) for _ in range(5)]

    deliveries.run_pending()

    assert sorted(event for _, event in delivered) == sorted(events)


def test_only_outgoing_events_have_deliveries():
    assert [kind.__name__ for kind in deliveries.DELIVERIES if not kind.outgoing] == []
