"""Inviting a person once more: by mail, or by a link to copy."""

import pytest

from keyhouse.domain.credentials.models import PersonLink
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.lifecycle.errors import LinkNeedsVerifiedDomain
from keyhouse.domain.people.errors import WrongState
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


def make(cast, email="kim@acme.example", state="added"):
    return make_person(cast.acme, email, "Kim", state=state, activated_at=None)


def test_the_first_mail_makes_her_invited(ada, cast):
    kim = make(cast)

    actions.invite_to_activate(by=ada, person=kim)

    kim.refresh_from_db()
    assert kim.state == "invited"


def test_a_link_to_copy_is_returned_and_only_its_hash_is_kept(ada, cast):
    secret = actions.invite_to_activate(by=ada, person=make(cast, state="invited"), mail=False)

    link = PersonLink.objects.of(cast.acme).get()
    assert secret and secret not in (link.handle_hash, link.handle_encrypted)


def test_an_unverified_domain_and_an_active_account_get_none(ada, cast, untouched):
    labs = make(cast, "kim@acme-labs.example")
    for person, error in ((labs, LinkNeedsVerifiedDomain), (cast.ben, WrongState)):
        with pytest.raises(error), untouched():
            actions.invite_to_activate(by=ada, person=person)


def test_ben_invites_nobody(ben, cast, untouched):
    kim = make(cast)
    with pytest.raises(NotAllowed), untouched():
        actions.invite_to_activate(by=ben, person=kim)
