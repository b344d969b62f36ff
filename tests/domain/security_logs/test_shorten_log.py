"""Lines go when their retention has ended, whole blocks at a time, and never under legal hold."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.organizations.models import Organization, SecuritySettings
from keyhouse.domain.security_logs import actions, jobs, queries, rules
from keyhouse.domain.security_logs.errors import UnderLegalHold
from keyhouse.foundation import clock
from keyhouse.foundation.audit import verifying
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission, system_actor
from tests.foundation.audit.bicycles import paint, sealed


@pytest.fixture
def old_log(ada, cast, time_machine):
    """Two blocks of Acme, one of two years and a half ago and one of today; kept for 24 months."""
    now = clock.now()
    for moment in (now - dt.timedelta(days=900), now):
        time_machine.move_to(moment)
        for _ in range(3):
            paint(ada, cast.ben)
        sealed(cast.acme.id)
    return AuditEvent.objects.of(cast.acme)


def test_the_old_block_goes_and_the_rest_verifies(old_log, cast):
    assert actions.shorten_log(by=system_actor(cast.acme.id), organization=cast.acme) == 3
    sealed(cast.acme.id)

    assert verifying.verify(cast.acme.id) is None
    assert sorted(old_log.values_list("sequence", flat=True)) == [4, 5, 6, 7]
    assert old_log.get(sequence=7).tag == "security_log.beginning.removed"
    assert (queries.extent(cast.acme.id).kept, queries.extent(cast.acme.id).removed) == (4, 3)


def test_the_daily_job_does_it_for_every_organization_and_again_finds_nothing(old_log, cast):
    for _ in range(2):
        jobs.shorten_logs(organization_id=None)

    assert old_log.filter(tag="security_log.beginning.removed").count() == 1


def test_nothing_goes_under_legal_hold(old_log, cast, untouched):
    Organization.objects.filter(id=cast.acme.id).update(legal_hold=True)

    with pytest.raises(UnderLegalHold), untouched():
        actions.shorten_log(by=system_actor(cast.acme.id), organization=cast.acme)
    with untouched():
        jobs.shorten_logs(organization_id=None)


@pytest.mark.parametrize(("months", "kept"), [(3, 3), (36, 6), (0, 3)], ids=["3 months", "36 months", "never less"])
def test_the_organization_says_how_long_lines_are_kept(old_log, cast, months, kept):
    SecuritySettings.objects.of(cast.acme).update(log_retention_months=months)

    actions.shorten_log(by=system_actor(cast.acme.id), organization=cast.acme)

    assert old_log.exclude(tag="security_log.beginning.removed").count() == kept


def test_months_are_counted_by_the_calendar():
    day = dt.datetime(2026, 5, 31, 12, tzinfo=dt.UTC)

    assert rules.months_before(day, 3) == dt.datetime(2026, 2, 28, 12, tzinfo=dt.UTC)
    assert rules.months_before(day, 120) == dt.datetime(2016, 5, 31, 12, tzinfo=dt.UTC)


def test_who_may_only_read_and_another_organization_remove_nothing(ada, mallory, old_log, cast, untouched):
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.LOGS_VIEW}))

    for stranger in (reader, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.shorten_log(by=stranger, organization=cast.acme)
