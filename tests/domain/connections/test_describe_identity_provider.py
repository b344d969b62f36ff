"""Telling a connection which identity provider stands behind it; what matters voids the test."""

import dataclasses

import pytest

from keyhouse.domain.connections import actions, rules
from keyhouse.domain.connections.errors import IssuerTaken, NoIdentityProvider
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.sign_in.sign_on import ISSUER, make_sign_on

SAME = rules.IdentityProvider(issuer=ISSUER, sign_on_url="https://idp.acme.example/sso", certificates=("PEM",))


@pytest.fixture
def tested(cast):
    """A connection whose test passed."""
    return make_sign_on(cast, state="tested", tested_at=clock.now())


def described(by, connection, **changes):
    actions.describe_identity_provider(by=by, connection=connection, provider=dataclasses.replace(SAME, **changes))
    connection.refresh_from_db()
    return connection.saml


@pytest.mark.parametrize(
    "change",
    [{"issuer": "https://new.example"}, {"sign_on_url": "https://new.example/sso"}, {"certificates": ("NEW",)}],
)
def test_another_issuer_address_or_certificate_voids_the_test(ada, tested, change):
    setup = described(ada, tested, **change)

    assert (setup.tested_at, tested.state) == (None, "draft")


def test_another_logout_address_does_not(ada, tested):
    setup = described(ada, tested, logout_url="https://idp.acme.example/slo", metadata_url="https://idp.acme.example/m")

    assert setup.logout_url == "https://idp.acme.example/slo"
    assert (setup.tested_at is not None, tested.state) == (True, "tested")


def test_two_certificates_are_kept_and_no_more(ada, tested):
    assert described(ada, tested, certificates=("A", "B", "C")).certificates == ["A", "B"]


@pytest.mark.parametrize("lack", [{"issuer": ""}, {"sign_on_url": ""}, {"certificates": ()}])
def test_half_a_provider_is_refused(ada, tested, untouched, lack):
    with pytest.raises(NoIdentityProvider), untouched():
        described(ada, tested, **lack)


def test_an_issuer_belongs_to_one_connection(ada, cast, tested, untouched):
    other = make_sign_on(cast, "Entra")
    other.saml.issuer = "https://entra.example"
    other.saml.save()

    with pytest.raises(IssuerTaken, match="Okta"), untouched():
        described(ada, other)


def test_the_log_says_what_changed(ada, acme, tested):
    described(ada, tested, certificates=("NEW",))

    assert "the certificates of Okta" in audit.events(acme.id)[0].sentence


def test_others_may_not(ben, mallory, tested, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            described(by, tested)
