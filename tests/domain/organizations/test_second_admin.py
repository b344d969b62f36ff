"""Which deeds wait for a second administrator."""

import dataclasses

import pytest

from keyhouse.domain.organizations import queries
from keyhouse.domain.organizations.errors import NeedsApproval
from keyhouse.domain.organizations.models import SecuritySettings
from keyhouse.domain.organizations.rules import Change, Deed
from keyhouse.domain.organizations.rules.approvals import WITH_EVERY_ROLE_CHANGE, Weight
from keyhouse.foundation.permissions import operator_actor, system_actor


def waits(by, cast, deed) -> bool:
    """Whether this actor needs another one for this deed."""
    try:
        queries.require_second_admin(
            by=by, deed=deed, organization=cast.acme, arguments={}, summary=[Change("Erin", "–", "System admin")]
        )
    except NeedsApproval as refused:
        assert refused.deed == deed and str(deed.label) in str(refused)
        return True
    return False


def policy(cast, **settings):
    SecuritySettings.objects.of(cast.acme).update(**settings)


@pytest.mark.parametrize("deed", list(Deed))
def test_by_default_the_sensitive_ones_wait(ada, cast, deed):
    assert waits(ada, cast, deed) == (deed.weight is not Weight.DANGEROUS)


@pytest.mark.parametrize("deed", list(Deed))
def test_when_all_dangerous_actions_are_asked_for_every_one_waits(ada, cast, deed):
    policy(cast, approvals="all_dangerous")

    assert waits(ada, cast, deed)


@pytest.mark.parametrize("deed", list(Deed))
def test_when_it_is_off_only_what_always_needs_two_waits(ada, cast, deed):
    policy(cast, approvals="off")

    assert waits(ada, cast, deed) == (deed.weight is Weight.ALWAYS)
    assert {one for one in Deed if one.weight is Weight.ALWAYS} == {Deed.TRUST_DOMAIN, Deed.GIVE_BY_PRESET}


@pytest.mark.parametrize("deed", sorted(WITH_EVERY_ROLE_CHANGE))
def test_every_change_of_admin_roles_waits_where_the_organization_wants_it(ada, cast, deed):
    policy(cast, approvals="off", approve_every_role_change=True)

    assert waits(ada, cast, deed)


def test_what_was_approved_is_done_and_nothing_else(ada, cast):
    approved = dataclasses.replace(ada, approved=Deed.TURN_OFF_SSO)

    assert not waits(approved, cast, Deed.TURN_OFF_SSO)
    assert waits(approved, cast, Deed.CHANGE_SSO)


def test_jobs_connections_and_the_operator_need_nobody(okta, cast):
    for actor in (okta, system_actor(cast.acme.id), operator_actor(cast.acme.id)):
        assert not waits(actor, cast, Deed.TURN_OFF_SSO)
