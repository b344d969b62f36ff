"""Each line of the posture says well or not, and turns when the thing is mended."""

import datetime as dt

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.connections.models import Connection
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.insights import queries
from keyhouse.domain.insights.queries import Health
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.domain.security_logs.models import LogStream, LogVerification
from keyhouse.domain.sign_in.models import AccessToken
from keyhouse.foundation import clock


def health(by, key) -> Health:
    """How one line stands."""
    return next(point.health for point in queries.posture(by) if point.key == key)


def test_a_single_system_admin_is_a_danger(ada, cast):
    several = health(ada, "system_admins")
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).delete()

    assert (several, health(ada, "system_admins")) == (Health.WELL, Health.DANGER)


def test_break_glass_needs_a_system_admin_with_password_and_second_factor(ada, cast):
    before = (health(ada, "break_glass"), health(ada, "admins_second_factor"))
    Authenticator.objects.of(cast.acme).create(person=cast.ada, secret_encrypted="x", confirmed_at=clock.now())

    assert before == (Health.DANGER, Health.DANGER)
    assert (health(ada, "break_glass"), health(ada, "admins_second_factor")) == (Health.WELL, Health.WELL)


@pytest.mark.parametrize(
    ("key", "field", "good", "bad"),
    [
        ("two_factor_requirement", "two_factor_required", True, False),
        ("approvals", "approvals", "sensitive", "off"),
    ],
    ids=["two-factor requirement", "approvals"],
)
def test_settings_that_are_off_ask_for_attention(ada, cast, key, field, good, bad):
    rows, found = SecuritySettings.objects.of(cast.acme), []
    for value in (good, bad):
        rows.update(**{field: value})
        found.append(health(ada, key))

    assert found == [Health.WELL, Health.ATTENTION]


def test_domains_that_fail_or_lapsed_are_named(ada, cast):
    rows, found = EmailDomain.objects.of(cast.acme).filter(name="acme.example"), []
    for state in ("verified", "warning", "lapsed"):
        rows.update(state=state)
        found.append(health(ada, "domains"))

    assert found == [Health.WELL, Health.ATTENTION, Health.DANGER]


def test_tokens_that_nobody_uses_or_that_are_old_are_named(ada, cast):
    made = AccessToken.objects.of(cast.acme).create(
        kind="provisioning", holder_id=cast.scim.id, name="Okta", secret_hash="0" * 64, made_at=clock.now()
    )
    new = (health(ada, "tokens_unused"), health(ada, "tokens_old"))
    AccessToken.objects.of(cast.acme).filter(id=made.id).update(made_at=clock.now() - dt.timedelta(days=200))
    old = (health(ada, "tokens_unused"), health(ada, "tokens_old"))
    AccessToken.objects.of(cast.acme).filter(id=made.id).update(last_used_at=clock.now())

    assert new == (Health.WELL, Health.WELL) and old == (Health.ATTENTION, Health.ATTENTION)
    assert health(ada, "tokens_unused") is Health.WELL


def test_an_integration_without_networks_asks_for_attention(ada, cast):
    rows = Connection.objects.of(cast.acme)
    shop = rows.create(kind="integration", name="shop", state="active", made_at=clock.now())
    before = health(ada, "integrations")
    rows.filter(id=shop.id).update(allowed_networks=["203.0.113.0/24"])

    assert (before, health(ada, "integrations")) == (Health.ATTENTION, Health.WELL)


def test_the_log_is_well_when_it_was_found_whole_lately(ada, cast):
    never = health(ada, "log_chain")
    rows = LogVerification.objects.of(cast.acme)
    rows.create(begun_at=clock.now(), ended_at=clock.now())
    whole = health(ada, "log_chain")
    rows.create(begun_at=clock.now(), ended_at=clock.now(), fault="the event was changed")

    assert (never, whole, health(ada, "log_chain")) == (Health.ATTENTION, Health.WELL, Health.DANGER)


def test_a_stream_that_fails_is_named(ada, cast):
    LogStream.objects.of(cast.acme).create(name="Archive", kind="file", made_at=clock.now(), failures=3)

    point = next(point for point in queries.posture(ada) if point.key == "streams")
    assert (point.health, point.names) == (Health.DANGER, ("Archive",))
