"""Mailing a code to somebody who can't use her app."""

import re

import pytest

from keyhouse import deliveries
from keyhouse.domain.credentials import actions, queries
from keyhouse.domain.credentials.errors import EmailCodeNotUsed
from keyhouse.domain.credentials.models import OneTimeCode, Password
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import visitor
from tests.domain.credentials.proofs import code_of, give_app, give_password


def send(person):
    actions.send_email_code(by=visitor(), person=person)
    deliveries.run_pending()


def mailed(cast):
    return [re.search(r"\b\d{8}\b", one.text).group() for one in mail.kept() if one.subject.startswith("Your code")]


@pytest.fixture
def allowed(cast):
    """Acme allows codes by email, and Ben has a password and an app."""
    SecuritySettings.objects.of(cast.acme).update(two_factor_methods=["authenticator", "email_code"])
    give_password(cast.ben)
    return give_app(cast.ben)[0]


def takes(person, code):
    return actions.check_code(by=visitor(), person=person, code=code) is None


def test_the_mailed_code_counts_once(cast, allowed):
    send(cast.ben)

    (code,) = mailed(cast)
    assert [takes(cast.ben, code) for _ in range(2)] == [True, False]


def test_nothing_of_the_code_stays_after_the_mail(cast, allowed):
    """INV-4: the encrypted copy is blanked once the mail is handed over."""
    send(cast.ben)

    (code,) = mailed(cast)
    rows = list(OneTimeCode.objects.of(cast.acme).values("code_encrypted", "hash"))
    assert rows[0]["code_encrypted"] == "" and code not in str(rows)


def test_another_one_within_a_minute_is_not_sent(cast, allowed):
    send(cast.ben)
    send(cast.ben)

    assert len(mailed(cast)) == 1


def test_it_is_refused_unless_the_organization_allows_it(cast, allowed, untouched):
    SecuritySettings.objects.of(cast.acme).update(two_factor_methods=["authenticator"])

    with pytest.raises(EmailCodeNotUsed), untouched():
        send(cast.ben)


def test_an_administrator_gets_none(cast, allowed, untouched):
    give_password(cast.ada)
    give_app(cast.ada)

    with pytest.raises(EmailCodeNotUsed), untouched():
        send(cast.ada)


def test_the_mailbox_never_stands_for_both_factors(cast, allowed, untouched):
    """SESS-4: after a password by mail the app comes first; from then on a mailed code helps again."""
    Password.objects.of(cast.acme).filter(person=cast.ben).update(by_mail=True)

    with pytest.raises(EmailCodeNotUsed), untouched():
        send(cast.ben)
    assert takes(cast.ben, code_of(allowed, 1))
    assert queries.may_use_email_code(cast.ben)


def test_a_code_that_was_sent_before_the_password_came_by_mail_is_worthless(cast, allowed):
    send(cast.ben)
    Password.objects.of(cast.acme).filter(person=cast.ben).update(by_mail=True)

    assert not takes(cast.ben, mailed(cast)[0])


def test_who_has_no_app_gets_none(cast, untouched):
    SecuritySettings.objects.of(cast.acme).update(two_factor_methods=["authenticator", "email_code"])
    give_password(cast.ben)

    with pytest.raises(EmailCodeNotUsed), untouched():
        send(cast.ben)
