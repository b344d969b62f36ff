"""The app secret is shown once, stands encrypted, and the one before goes on for a day."""

import datetime as dt

import pytest

from keyhouse.domain.connections import actions
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.connections.rules import integrations as rules
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def shop(ada, acme):
    """An integration of Acme."""
    return actions.add_integration(by=ada, organization=acme, name="shop", permissions=[])


def test_secret_and_proof_open_and_no_table_holds_them_in_plain(ada, shop):
    secret, proof = actions.rotate_app_secret(by=ada, integration=shop)

    kept = Connection.objects.of(ada.organization_id).get(id=shop.id)
    assert rules.is_secret(kept, secret) and rules.is_secret(kept, proof)
    assert not rules.is_secret(kept, secret[:-1]) and not rules.is_secret(kept, "")
    assert secret not in kept.app_secret_encrypted
    assert proof == rules.proof_of(shop.id, secret) and len(proof) == 64


def test_the_old_secret_goes_on_for_a_day(ada, shop, time_machine):
    old, _proof = actions.rotate_app_secret(by=ada, integration=shop)
    new, _proof = actions.rotate_app_secret(by=ada, integration=shop)

    both = [rules.is_secret(shop, one) for one in (old, new)]
    time_machine.move_to(clock.now() + dt.timedelta(hours=25))

    assert both == [True, True]
    assert [rules.is_secret(shop, one) for one in (old, new)] == [False, True]


def test_another_organization_rotates_nothing(mallory, shop, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.rotate_app_secret(by=mallory, integration=shop)
