"""Changing of whom a second factor is required, from when on, and by which methods."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.organizations import actions, queries
from keyhouse.domain.organizations.errors import NeedsApproval, NotAChoice, OutOfRange, UnknownFactorMethod
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def change(by, **wanted):
    return actions.change_two_factor_rules(by=by, wanted=wanted)


def test_the_days_of_grace_begin_when_everyone_is_asked(ada, cast):
    assert change(ada, two_factor_grace_days=3).two_factor_since is None

    since = change(ada, two_factor_required=True).two_factor_since

    assert clock.now() - since < dt.timedelta(minutes=1)
    assert change(ada, two_factor_grace_days=0).two_factor_since == since


def test_ending_the_requirement_waits_for_a_second_administrator_and_is_told(ada, cast, untouched):
    change(ada, two_factor_required=True)

    for wanted in ({"two_factor_required": False}, {"two_factor_who": "admins"}):
        with pytest.raises(NeedsApproval) as asked, untouched():
            change(ada, **wanted)
    change(dataclasses.replace(ada, approved=asked.value.deed), **asked.value.arguments["wanted"])

    assert not queries.security_settings(cast.acme.id).asks_everyone
    assert audit.events(cast.acme.id, limit=1)[0].tag == "organization.two_factor_requirement.ended"


def test_the_app_always_stays_allowed_and_what_is_unknown_never(ada, cast, untouched):
    assert change(ada, two_factor_methods=["email_code"]).two_factor_methods == ["authenticator", "email_code"]

    with pytest.raises(UnknownFactorMethod), untouched():
        change(ada, two_factor_methods=["sms"])


@pytest.mark.parametrize("name", ["two_factor_grace_days", "remember_device_days"])
def test_days_go_from_none_to_thirty(ada, name, untouched):
    assert [getattr(change(ada, **{name: days}), name) for days in (0, 30)] == [0, 30]

    for days in (-1, 31):
        with pytest.raises(OutOfRange, match="from 0 to 30"), untouched():
            change(ada, **{name: days})


def test_who_is_asked_is_one_of_two(ada, untouched):
    with pytest.raises(NotAChoice), untouched():
        change(ada, two_factor_who="nobody")


def test_the_permission_is_needed(ben, untouched):
    with pytest.raises(NotAllowed), untouched():
        change(ben, two_factor_required=True)
