"""Changing what an organization asks of passwords, sessions, dangerous actions and networks."""

import dataclasses

import pytest

from keyhouse.domain.organizations import actions, queries, rules
from keyhouse.domain.organizations.errors import (
    NeedsApproval,
    NetworksExcludeYou,
    NotAChoice,
    NotANetwork,
    OutOfRange,
)
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission

EDGES = [(name, one.low, one.high) for name, one in rules.RANGES.items() if name in rules.SECURITY]


def change(by, **wanted):
    return actions.change_security_settings(by=by, wanted=wanted)


def test_what_is_named_changes_and_the_log_says_from_what_to_what(ada, cast):
    change(ada, session_hours=8, idle_minutes=30, tell_new_network=False)

    kept = queries.security_settings(cast.acme.id)
    assert (kept.session_hours, kept.idle_minutes, kept.tell_new_network, kept.wrong_tries) == (8, 30, False, 20)
    line = audit.events(cast.acme.id, limit=1)[0]
    assert line.title == "Settings changed" and "Session length in hours: 12 → 8" in line.sentence
    assert "Idle time-out of others in minutes: off → 30" in line.sentence


def test_what_stays_the_same_is_no_event(ada, untouched):
    with untouched():
        change(ada, session_hours=12)


@pytest.mark.parametrize(("name", "low", "high"), EDGES, ids=[name for name, _low, _high in EDGES])
def test_each_number_has_its_range(ada, cast, name, low, high, untouched):
    for good in (low, high):
        assert getattr(change(ada, **{name: good}), name) == good
    for bad in (low - 1, high + 1):
        with pytest.raises(OutOfRange, match=f"from {low} to {high}"), untouched():
            change(ada, **{name: bad})


def test_only_what_may_be_off_is_switched_off(ada, cast, untouched):
    change(ada, idle_minutes=60)
    assert change(ada, idle_minutes=None).idle_minutes is None

    with pytest.raises(OutOfRange), untouched():
        change(ada, admin_idle_minutes=None)


def test_the_policy_of_approvals_is_one_of_three(ada, untouched):
    assert change(ada, approvals="all_dangerous").approvals == "all_dangerous"

    with pytest.raises(NotAChoice), untouched():
        change(ada, approvals="now and then")


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ({}, {"approvals": "off"}),
        ({"approvals": "all_dangerous"}, {"approvals": "sensitive"}),
        ({"approve_every_role_change": True}, {"approve_every_role_change": False}),
    ],
    ids=["off", "fewer", "roles"],
)
def test_fewer_approvals_wait_for_a_second_administrator(ada, cast, before, wanted, untouched):
    SecuritySettings.objects.of(cast.acme).update(**before)

    with pytest.raises(NeedsApproval) as asked, untouched():
        change(ada, **wanted)

    change(dataclasses.replace(ada, approved=asked.value.deed), **asked.value.arguments["wanted"])
    assert all(getattr(queries.security_settings(cast.acme.id), name) == value for name, value in wanted.items())


def test_networks_are_kept_tidy_and_each_once(ada, cast):
    here = dataclasses.replace(ada, ip="198.51.100.9")

    change(here, admin_networks=["198.51.100.7/24", " 198.51.100.0/24", "2001:db8::1"])

    assert queries.security_settings(cast.acme.id).admin_networks == ["198.51.100.0/24", "2001:db8::1/128"]


@pytest.mark.parametrize("text", ["office", "198.51.100.0/33", "", "198.51.100.0-255"])
def test_what_is_no_network_is_refused(ada, text, untouched):
    with pytest.raises(NotANetwork), untouched():
        change(dataclasses.replace(ada, ip="198.51.100.9"), admin_networks=[text])


@pytest.mark.parametrize("ip", ["203.0.113.5", "2001:db8::5", ""], ids=["elsewhere", "other_family", "unknown"])
def test_nobody_locks_herself_out(ada, ip, untouched):
    with pytest.raises(NetworksExcludeYou), untouched():
        change(dataclasses.replace(ada, ip=ip), admin_networks=["198.51.100.0/24"])


def test_the_permission_is_needed_and_it_is_the_own_organization_that_changes(ada, ben, mallory, cast, untouched):
    viewer = dataclasses.replace(ben, permissions=frozenset({Permission.SECURITY_SETTINGS_VIEW}))
    for somebody in (ben, viewer):
        with pytest.raises(NotAllowed), untouched():
            change(somebody, session_hours=1)

    change(mallory, session_hours=1)

    assert queries.security_settings(cast.acme.id).session_hours == 12
