"""Signing in by a one-time link."""

import pytest

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials.errors import LinkNotFound, LinkUsed
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries
from keyhouse.domain.sign_in.errors import PersonNotActive
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor, visitor


@pytest.fixture
def link(cast):
    return credentials.create_sign_in_link(by=operator_actor(), person=cast.ada)


def test_the_link_signs_in_once(link, cast):
    holder = visitor(link=secrets.hash_of(link))

    session, _until = actions.sign_in_by_link(by=holder, secret=link)

    assert queries.session(session).person_id == cast.ada.id
    with pytest.raises(LinkUsed):
        actions.sign_in_by_link(by=holder, secret=link)


def test_it_passes_the_gate_like_every_sign_in(link, cast, untouched):
    """SESS-1: a one-time link opens no account that is off."""
    cast.ada.state = "suspended"
    cast.ada.save()

    with pytest.raises(PersonNotActive), untouched():
        actions.sign_in_by_link(by=visitor(link=secrets.hash_of(link)), secret=link)


def test_only_who_holds_it_and_only_the_whole_of_it(link, mallory, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.sign_in_by_link(by=mallory, secret=link)
    with pytest.raises(LinkNotFound), untouched():
        actions.sign_in_by_link(by=visitor(link=secrets.hash_of(link[:-1])), secret=link[:-1])
