"""Changing what a guest holds in the host organization."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.products.errors import NoSuchProduct
from keyhouse.domain.relationships import actions, errors, queries
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.domain.relationships.rules import Access
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions.freshness import NeedsFreshSignIn
from tests.cast import make_product
from tests.domain.relationships.related import entered

ADMIN = Access(external_system_admin=True)


def change(by, guest, access):
    return actions.change_guest_access(by=by, guest=guest, access=access)


def test_a_guest_becomes_external_system_admin_until_the_relationship_ends(ada, cast, hosted, guest):
    change(ada, guest, ADMIN)

    holder = RoleHolder.objects.of(cast.acme).get(person=cast.cleo)
    assert (holder.role.code, holder.source, holder.source_id) == ("external_system_admin", "relationship", hosted.id)
    assert holder.until == hosted.until
    assert (
        audit.events(cast.brightside.id) == []
        or "External system admin" not in audit.events(cast.brightside.id)[0].sentence
    )


def test_she_is_no_system_admin_who_counts_as_the_last_one(ada, cast, guest):
    """AUTH-2: an External system admin doesn't count."""
    change(ada, guest, ADMIN)

    assert cast.cleo not in administration.system_admins(cast.acme.id)


def test_products_are_given_and_taken_by_the_relationship(ada, cast, guest):
    shop, reports = make_product(cast.acme, "Shop"), make_product(cast.acme, "Reports")

    change(ada, guest, Access(products=(shop.id, reports.id)))
    change(ada, guest, Access(products=(reports.id,)))

    held = queries.held_by(guest.relationship, [cast.cleo])[cast.cleo.id]
    assert held.products == ("Reports",)
    told = [one.sentence for one in audit.events(cast.acme.id)]
    assert "Ada changed what cleo@brightside.example of Brightside holds here: Reports." in told


def test_everything_is_written_to_the_hosts_log_alone(ada, cast, guest):
    change(ada, guest, dataclasses.replace(ADMIN, products=(make_product(cast.acme, "Shop").id,)))

    assert audit.events(cast.brightside.id) == []


@pytest.mark.parametrize("kind", ["external_system_admin", "products"])
def test_what_the_settings_keep_from_guests_is_not_given(ada, cast, guest, untouched, kind):
    shop = make_product(cast.acme, "Shop")
    ExternalRelationship.objects.of(cast.acme).update(may_hold=[])
    guest = queries.guest(ada, guest.id)

    with pytest.raises(errors.HoldingNotOffered), untouched():
        change(ada, guest, ADMIN if kind == "external_system_admin" else Access(products=(shop.id,)))


def test_products_of_others_are_not_there(ada, cast, guest, untouched):
    """AUTH-1: Acme gives away nothing of Rival's."""
    theirs = make_product(cast.rival, "Shop")

    with pytest.raises(NoSuchProduct), untouched():
        change(ada, guest, Access(products=(theirs.id,)))


def test_an_administrators_address_is_on_a_domain_her_own_organization_has(ada, cast, guest, untouched):
    EmailDomain.objects.of(cast.brightside).update(state="claimed")

    with pytest.raises(errors.GuestNeedsVerifiedDomain, match="by Brightside"), untouched():
        change(ada, guest, ADMIN)


def test_making_an_administrator_needs_a_fresh_sign_in(ada, guest, untouched):
    stale = dataclasses.replace(ada, session_id=1, proved_at=clock.now() - dt.timedelta(minutes=6))

    with pytest.raises(NeedsFreshSignIn), untouched():
        change(stale, guest, ADMIN)


@pytest.mark.parametrize("state", ["requested", "ended"])
def test_who_isnt_in_holds_nothing(ada, cast, hosted, untouched, state):
    from tests.domain.relationships.related import make_guest

    other = make_guest(hosted, cast.cleo, state)

    with pytest.raises(errors.NotAGuest), untouched():
        change(ada, other, ADMIN)


def test_neither_the_guest_nor_her_organization_nor_others_change_it(ben, cleo, mallory, external_admin, untouched):
    for stranger in (ben, cleo, mallory, entered(external_admin)):
        with pytest.raises(NotAllowed), untouched():
            change(stranger, external_admin, Access())
