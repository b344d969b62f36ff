"""Remembering what an identity provider calls a person."""

import pytest

from keyhouse.domain.sign_in import actions, rules
from keyhouse.domain.sign_in.models import ConnectionSubject
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.sign_in.sign_on import ISSUER, single_sign_on

__all__ = ["single_sign_on"]


def linked(by, connection, person, name):
    subject = rules.Subject(issuer=ISSUER, name=name, key=rules.subject_key(name, ""))
    step = by.within(Permission.CREDENTIALS_CHANGE, person)
    actions.link_subject(by=step, connection=connection, person=person, subject=subject)


def test_a_link_takes_the_place_of_a_former_address(cast, acme, ada, single_sign_on):
    linked(ada, single_sign_on, cast.ben, "ben@acme.example")
    linked(ada, single_sign_on, cast.ben, "Benjamin@acme.example")

    link = ConnectionSubject.objects.of(acme).get()
    assert (link.subject, link.person) == ("benjamin@acme.example", cast.ben)
    assert "Benjamin@acme.example" in audit.events(acme.id)[0].sentence


def test_it_is_a_step_of_a_process_and_nothing_else(cast, ada, single_sign_on, untouched):
    subject = rules.Subject(issuer=ISSUER, name="x", key="x")

    with pytest.raises(NotAllowed), untouched():
        actions.link_subject(by=ada, connection=single_sign_on, person=cast.ben, subject=subject)


@pytest.mark.parametrize(
    ("name", "format", "key"),
    [
        ("Ben@Acme.example", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", "ben@acme.example"),
        ("Ben@Acme.example", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", "Ben@Acme.example"),
        ("AbC", "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", "AbC"),
        ("eri\u212a@acme.example", "", "eri\u212a@acme.example"),
    ],
)
def test_addresses_are_keys_without_case_and_other_names_with_it(name, format, key):
    """LINK-1: the key of a link is the issuer and the subject."""
    assert rules.subject_key(name, format) == key
