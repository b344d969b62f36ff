"""Sending a new activation link."""

import datetime as dt

import pytest
import time_machine

from keyhouse import deliveries
from keyhouse.domain.activation import actions
from keyhouse.domain.activation.errors import AlreadyActive
from keyhouse.domain.credentials.errors import LinkReplaced
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail.models import KeptMail
from keyhouse.foundation.permissions import visitor
from tests.domain.activation.arriving import activate, link_for, newcomer

LATER = dt.timedelta(days=8)


def ask(secret, holding=None):
    handle = secrets.hash_of(secret)
    actions.send_new_link(by=visitor(link=handle if holding is None else holding), handle_hash=handle)
    deliveries.run_pending()


def mails():
    return [one.to for one in KeptMail.objects.everywhere(reason="a test reads all mail")]


def test_who_holds_an_expired_link_gets_a_new_one_by_mail(cast):
    link = link_for(newcomer(cast))

    with time_machine.travel(clock.now() + LATER, tick=False):
        ask(link)

    assert mails() == ["gil@acme.example"]
    with pytest.raises(LinkReplaced):
        activate(link)


def test_asking_again_at_once_sends_no_second_mail(cast):
    link = link_for(newcomer(cast))

    with time_machine.travel(clock.now() + LATER, tick=False):
        for _ in range(5):
            ask(link)

    assert len(mails()) == 1


def test_an_active_account_needs_none(cast, untouched):
    link = link_for(newcomer(cast))
    activate(link)

    with pytest.raises(AlreadyActive), untouched():
        ask(link)


def test_only_who_holds_a_link(cast, untouched):
    link = link_for(newcomer(cast))

    with pytest.raises(NotAllowed), untouched():
        ask(link, holding="")
