"""Letting a guest in."""

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import CannotBeGuest, NotWaiting
from keyhouse.domain.relationships.rules import Access
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import actor_of


def test_the_host_lets_her_in_and_both_logs_say_so(ada, cast, asked):
    actions.approve_guest(by=ada, guest=asked)

    ours, theirs = audit.events(cast.acme.id)[0], audit.events(cast.brightside.id)[0]
    assert queries.guest(ada, asked.id).state == "active"
    assert ours.sentence == theirs.sentence == "cleo@brightside.example of Brightside is a guest of Acme now."
    assert ours.correlation == theirs.correlation and (ours.actor, theirs.actor) == ("Ada", "Acme")


def test_with_what_she_is_to_hold(ada, asked):
    actions.approve_guest(by=ada, guest=asked, access=Access(external_system_admin=True))

    assert queries.access_of(asked).external_system_admin


def test_without_the_right_to_give_roles_she_is_let_in_but_no_administrator(cast, asked, untouched):
    """AUTH-3: managing relationships doesn't make administrators."""
    helper = actor_of(cast.ben, permissions=frozenset({Permission.RELATIONSHIPS_MANAGE, Permission.RELATIONSHIPS_VIEW}))

    with pytest.raises(NotAllowed), untouched():
        actions.approve_guest(by=helper, guest=asked, access=Access(external_system_admin=True))
    actions.approve_guest(by=helper, guest=asked)


def test_who_was_suspended_meanwhile_is_not_let_in(ada, cast, asked, untouched):
    Person.objects.of(cast.brightside).filter(id=cast.cleo.id).update(state="suspended")

    with pytest.raises(CannotBeGuest), untouched():
        actions.approve_guest(by=ada, guest=asked)


def test_a_request_is_answered_once(ada, asked, untouched):
    actions.approve_guest(by=ada, guest=asked)

    with pytest.raises(NotWaiting), untouched():
        actions.approve_guest(by=ada, guest=asked)


def test_only_the_host_lets_in(ben, cleo, mallory, asked, untouched):
    for stranger in (ben, cleo, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.approve_guest(by=stranger, guest=asked)
