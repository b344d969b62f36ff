"""Asking for a link to choose a new password."""

import datetime as dt

import time_machine

from keyhouse.domain.credentials import actions, queries, rules
from keyhouse.domain.credentials.errors import LinkExpired
from keyhouse.domain.credentials.models import PersonLink
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.permissions import visitor


def ask(person, why_not=""):
    actions.request_password_reset(by=visitor(), person=person, address="nobody@mail.example", why_not=why_not)


def test_the_link_names_one_person_and_one_address(cast):
    """INV-3: what was typed decides nothing but whose stored address is used."""
    ask(cast.ada)

    link = PersonLink.objects.of(cast.acme).get()

    assert (link.person_id, link.address) == (cast.ada.id, "ada@acme.example")
    assert secrets.hash_of(secrets.decrypt(rules.LINK_PURPOSE, link.handle_encrypted)) == link.handle_hash


def test_it_is_good_for_half_an_hour(cast):
    ask(cast.ada)

    link = PersonLink.objects.of(cast.acme).select_related("person").get()

    assert queries.why_not_good(link) is None
    with time_machine.travel(clock.now() + dt.timedelta(minutes=30), tick=False):
        assert isinstance(queries.why_not_good(link), LinkExpired)


def test_where_none_may_be_sent_only_the_request_is_remembered(cast):
    ask(None)
    ask(cast.ben, why_not="signs in by single sign-on")

    assert not PersonLink.objects.of(cast.acme).exists()
    assert AuditEvent.objects.of(cast.acme).filter(tag="person.password_reset.refused").count() == 1
    assert AuditEvent.objects.of_nobody().filter(tag="person.password_reset.refused").count() == 1
