"""What raises alerts: each kind from what really happens."""

import dataclasses
import datetime as dt

import pytest

from keyhouse import deliveries
from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.connections.models import ProvisioningRequest
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.organizations import actions as organizations
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.domain.people.models import Person
from keyhouse.domain.security_alerts import queries
from keyhouse.domain.security_alerts.jobs import look_at_leavers, look_at_provisioning
from keyhouse.domain.security_alerts.models import SecurityAlert
from keyhouse.domain.security_alerts.rules import KINDS, SOURCES, AlertKind
from keyhouse.domain.sign_in.events import TokenUsedElsewhere
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Permission, Strength, system_actor, visitor
from tests.domain.account_locks.locking import lock
from tests.domain.known_devices.noting import at
from tests.domain.sign_in.walking import switch_sign_on_on


def sign_in(person, **where):
    from keyhouse.domain.sign_in import actions

    step = at(**where).within(Permission.SESSION_START, person)
    actions.start_session(by=step, person=person, method="password", strength=Strength.TWO_FACTORS)


def wrong(ada, cast):
    for _ in range(20):
        credentials.count_wrong_try(by=visitor(), person=cast.ben, reason="wrong password")


def system_admin(ada, cast):
    role = administrators.system_admin_role(cast.acme)
    administration.assign_role(by=dataclasses.replace(ada, approved="assign_system_admin"), role=role, person=cast.ben)


def two_factor(ada, cast):
    SecuritySettings.objects.of(cast.acme).update(two_factor_required=True)
    by = dataclasses.replace(ada, approved="end_two_factor")
    organizations.change_two_factor_rules(by=by, wanted={"two_factor_required": False})


def elsewhere(ada, cast):
    for where in ({}, {"browser": "two"}, {"ip": "203.0.113.9"}):
        sign_in(cast.ada, **where)


def glass(ada, cast):
    switch_sign_on_on(cast)
    sign_in(cast.ada)


def token(ada, cast):
    record(TokenUsedElsewhere(token="kh", before="192.0.2.1"), by=system_actor(cast.acme.id), on=cast.scim)


@pytest.mark.parametrize(
    ("happens", "kinds"),
    [
        (lambda ada, cast: lock(cast.ben), {"account_locked"}),
        (wrong, {"failed_sign_ins"}),
        (system_admin, {"system_admin_given"}),
        (two_factor, {"two_factor_ended"}),
        (elsewhere, {"admin_new_device", "admin_new_network"}),
        (glass, {"break_glass"}),
        (token, {"token_elsewhere"}),
    ],
    ids=["locked", "wrong", "system_admin", "two_factor", "elsewhere", "break_glass", "token"],
)
def test_it_raises_its_alert(ada, cast, happens, kinds):
    happens(ada, cast)
    deliveries.run_pending()

    assert set(SecurityAlert.objects.of(cast.acme).values_list("kind", flat=True)) == kinds


def test_what_concerns_no_administrator_raises_none(cast):
    for where in ({}, {"browser": "two"}, {"ip": "203.0.113.9"}):
        sign_in(cast.ben, **where)
    deliveries.run_pending()

    assert queries.waiting(cast.acme.id) == 0


def test_new_devices_of_administrators_raise_none_where_it_is_switched_off(cast):
    SecuritySettings.objects.of(cast.acme).update(alert_admin_device=False)
    for browser in ("one", "two"):
        sign_in(cast.ada, browser=browser)
    deliveries.run_pending()

    assert queries.waiting(cast.acme.id) == 0


@pytest.mark.parametrize(("refused", "alerts"), [(5, 1), (4, 0)], ids=["half", "fewer"])
def test_a_connection_of_which_half_is_refused_raises_one(cast, refused, alerts):
    for number in range(10):
        status = 400 if number < refused else 200
        ProvisioningRequest.objects.of(cast.acme).create(
            connection=cast.scim, at=clock.now(), request_id=str(number), method="GET", path="/Users", status=status
        )

    for _ in range(2):
        look_at_provisioning(organization_id=None)

    assert SecurityAlert.objects.of(cast.acme).count() == alerts


def test_a_last_administrator_who_should_have_left_raises_one(cast):
    Person.objects.of(cast.acme).filter(id=cast.ada.id).update(term_date=clock.now() - dt.timedelta(days=3))

    look_at_leavers(organization_id=None)

    assert SecurityAlert.objects.of(cast.acme).get().kind == AlertKind.LAST_ADMIN_REFUSED


def test_every_kind_has_words_and_every_event_goes_out():
    assert set(KINDS) == set(AlertKind)
    assert all(event.outgoing for event in SOURCES)


def test_names_of_people_stay_in_the_log_alone(ada, cast):
    lock(cast.ben)
    deliveries.run_pending()

    alert = SecurityAlert.objects.of(cast.acme).get()
    assert alert.person == cast.ben and "acme.example" not in str(alert.facts)
    assert [line.title for line in queries.signals_of(alert)] == ["Account locked"]
