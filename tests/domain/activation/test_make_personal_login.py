"""Making a personal login."""

import datetime as dt

import pytest

from keyhouse.domain.activation import actions
from keyhouse.domain.activation.errors import LoginExists, TooYoung
from keyhouse.domain.invitations.errors import InvitationOver
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.sign_in import queries
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import visitor
from tests.domain.activation.arriving import chosen, invitation_for
from tests.domain.credentials.proofs import try_password


def make(invitation, what=None, holding=None):
    by = visitor(link=invitation.handle_hash if holding is None else holding)
    return actions.make_personal_login(by=by, invitation=invitation, name=" Lea ", chosen=what or chosen())


def test_the_invited_address_becomes_a_login_with_its_place(cast):
    invitation, _secret = invitation_for(cast, "lea@mail.example", kind="personal")

    done = make(invitation)

    lea = Person.objects.of_nobody().get(email_folded="lea@mail.example")
    assert (lea.kind, lea.state, lea.name, lea.was_activated) == ("personal", "active", "Lea", True)
    assert try_password(lea) is None and queries.session(done.session).person_id == lea.id
    assert Membership.objects.of(cast.acme).get(person=lea).portfolio == cast.press


def test_a_login_that_is_there_is_not_made_again(cast, untouched):
    invitation, _secret = invitation_for(cast, cast.finn.email, kind="personal")

    with pytest.raises(LoginExists), untouched():
        make(invitation)


def test_an_invitation_of_a_work_account_makes_no_personal_login(cast, untouched):
    invitation, _secret = invitation_for(cast, "lea@mail.example", kind="work")

    with pytest.raises(LoginExists), untouched():
        make(invitation)


def test_the_age_is_checked(cast, untouched):
    invitation, _secret = invitation_for(cast, "lea@mail.example", kind="personal")

    with pytest.raises(TooYoung), untouched():
        make(invitation, chosen(born=clock.now().date() - dt.timedelta(days=365 * 15)))


def test_an_invitation_that_is_over_makes_nothing(cast, untouched):
    """INV-2: a second after its time it opens nothing."""
    until = clock.now() - dt.timedelta(seconds=1)
    invitation, _secret = invitation_for(cast, "lea@mail.example", kind="personal", until=until)

    with pytest.raises(InvitationOver), untouched():
        make(invitation)


def test_only_who_holds_the_link(cast, untouched):
    invitation, _secret = invitation_for(cast, "lea@mail.example", kind="personal")

    with pytest.raises(NotAllowed), untouched():
        make(invitation, holding="")
