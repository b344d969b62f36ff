"""The set-up link: one at a time, for a day, and only while there is no organization."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.organizations import actions, queries
from keyhouse.domain.organizations.errors import AlreadySetUp, SetUpLinkOver
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor, visitor
from tests.conftest import all_rows

pytestmark = pytest.mark.django_db


def test_the_operator_gets_a_link_that_opens_the_set_up():
    secret = actions.create_set_up_link(by=operator_actor())

    assert queries.set_up_link(secret).used_at is None


def test_a_new_link_ends_the_one_before():
    first = actions.create_set_up_link(by=operator_actor())
    second = actions.create_set_up_link(by=operator_actor())

    assert queries.set_up_link(second)
    with pytest.raises(SetUpLinkOver):
        queries.set_up_link(first)


def test_a_link_ends_after_a_day():
    secret = actions.create_set_up_link(by=operator_actor())

    with time_machine.travel(clock.now() + dt.timedelta(hours=24, seconds=1)), pytest.raises(SetUpLinkOver):
        queries.set_up_link(secret)


def test_an_installation_with_an_organization_gets_no_link(cast, untouched):
    with pytest.raises(AlreadySetUp), untouched():
        actions.create_set_up_link(by=operator_actor())


def test_nobody_else_gets_a_link(untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.create_set_up_link(by=visitor())


def test_the_secret_stands_in_no_table():
    """Part of INV-4: the secret of a set-up link is kept hashed."""
    secret = actions.create_set_up_link(by=operator_actor())

    assert secret not in repr(all_rows(()))
