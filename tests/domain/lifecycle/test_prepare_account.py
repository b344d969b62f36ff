"""Preparing the account of an invited address."""

import pytest

from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.errors import CannotBeInvited
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people.models import PersonKind
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import NotAllowed


def prepare(by, cast, email, kind=PersonKind.WORK):
    found = queries.candidate(by, cast.spring_campaign, address(email), kind)
    return actions.prepare_account(by=by, portfolio=cast.spring_campaign, candidate=found)


def test_an_account_that_is_there_is_taken(ada, cast, untouched):
    with untouched():
        assert prepare(ada, cast, "erin@acme.example") == cast.erin


def test_a_personal_login_is_made_by_its_owner_alone(ada, finn, cast, untouched):
    with untouched():
        assert prepare(ada, cast, "kim@mail.example", PersonKind.PERSONAL) is None
        assert prepare(ada, cast, "finn.home@mail.example", PersonKind.PERSONAL) == cast.finn


def test_nothing_is_made_for_an_address_that_cannot_be_invited(ada, cast, untouched):
    with pytest.raises(CannotBeInvited), untouched():
        prepare(ada, cast, "kim@acme-labs.example")


def test_partial_access_makes_no_account(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        prepare(ben, cast, "kim@acme.example")
