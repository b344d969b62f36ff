"""Changing the terms on which a host lets guests in."""

import datetime as dt

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import EndOutOfRange, HoldingInUse, RelationshipOver
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.domain.relationships.rules import Holding, Terms
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.relationships.related import entered

ADMIN = (Holding.EXTERNAL_SYSTEM_ADMIN,)


def terms(days=100, **more):
    return Terms(until=clock.now() + dt.timedelta(days=days), **more)


def change(by, hosted, wanted):
    return actions.change_relationship(by=by, relationship=hosted, terms=wanted)


def test_the_host_sets_its_terms_and_both_logs_say_which(ada, cast, hosted):
    changed = change(ada, hosted, terms(may_hold=ADMIN, auto_approve=True, second_factor_required=False))

    assert (changed.may_hold, changed.auto_approve, changed.second_factor_required) == (
        ["external_system_admin"], True, False,
    )  # fmt: skip
    ours, theirs = audit.events(cast.acme.id)[0], audit.events(cast.brightside.id)[0]
    assert ours.facts["after"]["auto_approve"] is True and theirs.actor == "Acme"


def test_the_roles_of_its_guests_end_with_the_new_day(ada, cast, hosted, external_admin):
    changed = change(ada, hosted, terms(days=10, may_hold=ADMIN))

    assert RoleHolder.objects.of(cast.acme).get(person=cast.cleo).until == changed.until


def test_a_new_day_is_reminded_of_anew(ada, cast, hosted):
    ExternalRelationship.objects.of(cast.acme).update(reminded_days=7)

    assert change(ada, hosted, terms()).reminded_days is None


@pytest.mark.parametrize("days", [-1, 0, 3 * 365 + 1], ids=["yesterday", "now", "beyond three years"])
def test_the_end_is_soon_enough_and_late_enough(ada, hosted, untouched, days):
    with pytest.raises(EndOutOfRange), untouched():
        change(ada, hosted, terms(days=days))


def test_what_a_guest_holds_cant_be_forbidden(ada, hosted, external_admin, untouched):
    with pytest.raises(HoldingInUse, match="External system admin"), untouched():
        change(ada, hosted, terms(may_hold=(Holding.PRODUCTS,)))


def test_an_ended_relationship_has_no_terms(ada, cast, hosted, untouched):
    ExternalRelationship.objects.of(cast.acme).update(state="ended")

    with pytest.raises(RelationshipOver), untouched():
        change(ada, hosted, terms())


def test_only_the_host_sets_them_and_none_of_its_guests(ben, cleo, mallory, hosted, external_admin, untouched):
    for stranger in (ben, cleo, mallory, entered(external_admin)):
        with pytest.raises(NotAllowed), untouched():
            change(stranger, hosted, terms(may_hold=ADMIN))
    assert queries.is_live(hosted)
