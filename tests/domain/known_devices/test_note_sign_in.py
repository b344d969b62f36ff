"""Noting the browser and the network of a sign-in."""

import datetime as dt

import pytest
import time_machine

from keyhouse import deliveries
from keyhouse.domain.known_devices import actions, queries
from keyhouse.domain.known_devices.jobs import forget_what_is_unused
from keyhouse.domain.known_devices.models import KnownDevice, KnownNetwork
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from tests.domain.known_devices.noting import at, noted


def told(cast):
    deliveries.run_pending()
    return sorted(one.subject for one in mail.kept())


def seen(cast):
    return [one.title for one in audit.events(cast.acme.id) if one.title.startswith("New ")]


def test_the_first_sign_in_is_news_to_nobody(cast):
    noted(cast.ben)

    assert seen(cast) == [] == told(cast)


def test_the_same_browser_and_network_are_known_again(cast):
    for ip in ("198.51.100.7", "198.51.100.99"):
        noted(cast.ben, ip=ip)

    assert seen(cast) == [] and len(queries.devices_of(cast.ben)) == 1


@pytest.mark.parametrize(
    ("where", "titles", "subjects"),
    [
        ({"browser": "two"}, ["New device"], ["A new device signed in as you"]),
        ({"ip": "203.0.113.4"}, ["New network"], ["A sign-in from a new network"]),
        ({"browser": "two", "ip": "203.0.113.4"}, ["New device", "New network"], ["A new device signed in as you"]),
    ],
    ids=["device", "network", "both"],
)
def test_what_is_new_is_an_event_and_one_mail(cast, where, titles, subjects):
    noted(cast.ben)

    noted(cast.ben, **where)

    assert sorted(seen(cast)) == titles and told(cast) == subjects


def test_no_mail_is_sent_where_the_organization_switched_it_off(cast):
    SecuritySettings.objects.of(cast.acme).update(tell_new_device=False, tell_new_network=False)
    noted(cast.ben)

    noted(cast.ben, browser="two", ip="203.0.113.4")

    assert len(seen(cast)) == 2 and told(cast) == []


def test_nothing_is_kept_but_a_hash_and_the_first_part_of_an_address(cast):
    noted(cast.ben, browser="secret cookie", ip="198.51.100.77")

    rows = str([list(table.objects.of(cast.acme).values()) for table in (KnownDevice, KnownNetwork)])
    assert "secret cookie" not in rows and "198.51.100.77" not in rows and secrets.hash_of("secret cookie") in rows


def test_what_nobody_uses_is_forgotten(cast):
    noted(cast.ben)

    for days, left in ((89, (1, 1)), (91, (1, 0)), (181, (0, 0))):
        with time_machine.travel(clock.now() + dt.timedelta(days=days)):
            forget_what_is_unused(organization_id=None)
            counts = tuple(table.objects.of(cast.acme).count() for table in (KnownDevice, KnownNetwork))
            assert counts == left


def test_it_is_a_step_of_a_sign_in(cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.note_sign_in(by=at(), person=cast.ben)
