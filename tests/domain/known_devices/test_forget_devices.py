"""Asking for a code on every device again."""

import pytest

from keyhouse.domain.known_devices import actions, queries
from keyhouse.domain.known_devices.models import KnownDevice
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.known_devices.noting import noted


def test_every_browser_is_asked_again_and_stays_known(ada, cast):
    for browser in ("one", "two"):
        noted(cast.ben, browser=browser)
    KnownDevice.objects.of(cast.acme).update(trusted_at=clock.now())

    actions.forget_devices(by=ada, person=cast.ben)

    assert [one.trusted_at for one in queries.devices_of(cast.ben)] == [None, None]
    assert audit.events(cast.acme.id, limit=1)[0].title == "Devices forgotten"


def test_nothing_is_noted_where_none_was_remembered(ada, cast, untouched):
    noted(cast.ben)

    with untouched():
        actions.forget_devices(by=ada, person=cast.ben)


def test_a_stranger_does_it_to_nobody(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.forget_devices(by=stranger, person=cast.erin)
