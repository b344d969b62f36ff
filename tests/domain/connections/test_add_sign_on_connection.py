"""A sign-on connection begins as a draft that nobody uses."""

import pytest

from keyhouse.domain.connections import actions, queries, rules
from keyhouse.domain.connections.errors import ConnectionNameTaken
from keyhouse.domain.connections.models import SamlSetup
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed

KEYS = rules.KeyPair("-----PRIVATE-----", "-----CERTIFICATE-----")


def added(by, organization, name="Okta"):
    return actions.add_sign_on_connection(by=by, organization=organization, name=name, provider="okta", keys=KEYS)


def test_a_draft_is_made_and_the_log_tells(ada, acme):
    connection = added(ada, acme)

    assert (connection.state, connection.is_on) == ("draft", False)
    assert "Okta" in audit.events(acme.id)[0].sentence


def test_the_private_key_is_kept_encrypted_and_can_be_read_again(ada, acme):
    connection = added(ada, acme)

    kept = SamlSetup.objects.of(acme).get().private_key_encrypted
    assert "PRIVATE" not in kept
    assert queries.private_key(connection) == KEYS.private_key


def test_a_name_is_given_once(ada, acme, untouched):
    added(ada, acme)

    with pytest.raises(ConnectionNameTaken), untouched():
        added(ada, acme)


def test_others_may_not(ben, mallory, acme, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            added(by, acme)


def test_addresses_are_built_from_the_settings(settings):
    ours = rules.addresses_of(7)

    base = settings.KEYHOUSE.base_url
    assert ours.entity_id == f"{base}/saml/7/metadata"
    assert ours.acs_url == f"{base}/saml/7/acs"
    assert ours.sign_on_url == f"{base}/sign-in?connection=7"
