"""Removing a guest, from either side, and when her account ends."""

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.deprovisioning.models import Receipt
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership, Portfolio
from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import NotAGuest
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Strength
from tests.cast import make_member, make_person, make_portfolio
from tests.domain.relationships.related import entered, make_external_admin, make_guest


@pytest.fixture(params=["ada", "cleo"])
def either(request):
    """An administrator of the host, and one of the guest organization."""
    return request.getfixturevalue(request.param)


def test_either_side_ends_her_place_and_all_she_holds(either, ada, cast, hosted, external_admin):
    make_member(cast.press, cast.cleo)

    lost = actions.remove_guest(by=either, guest=external_admin)

    assert lost == ["External system admin", "Press"]
    assert queries.guests_of(ada, hosted) == [] and queries.place(cast.cleo, hosted.id, Strength.TWO_FACTORS) is None
    assert not RoleHolder.objects.of(cast.acme).filter(person=cast.cleo).exists()
    assert Membership.objects.of(cast.acme).get(person=cast.cleo).state == "removed"


def test_her_account_and_what_she_has_at_home_stay(ada, cast, external_admin):
    actions.remove_guest(by=ada, guest=external_admin)

    assert Person.objects.of(cast.brightside).get(id=cast.cleo.id).state == "active"
    assert Membership.objects.of(cast.brightside).get(person=cast.cleo).state == "active"
    assert RoleHolder.objects.of(cast.brightside).filter(person=cast.cleo).exists()


def test_a_portfolio_with_which_her_organization_shares_assets_is_hers_as_a_partner(ada, cast, external_admin):
    make_member(cast.spring_campaign, cast.cleo)

    assert "Spring campaign" not in actions.remove_guest(by=ada, guest=external_admin)
    assert Membership.objects.of(cast.acme).get(person=cast.cleo).state == "active"


def test_a_portfolio_of_which_she_alone_had_full_control_is_flagged(ada, cast, external_admin):
    summer = make_portfolio(cast.acme, "Summer")
    make_member(summer, cast.cleo, "full")

    actions.remove_guest(by=ada, guest=external_admin)

    assert Portfolio.objects.of(cast.acme).get(id=summer.id).needs_full_control


def test_both_logs_say_what_was_lost_and_neither_names_the_others_people(either, cast, external_admin):
    actions.remove_guest(by=either, guest=external_admin)

    ours, theirs = audit.events(cast.acme.id)[0], audit.events(cast.brightside.id)[0]
    assert ours.title == theirs.title == "Guest removed" and ours.correlation == theirs.correlation
    assert ours.facts["lost"] == ["External system admin"]
    assert {ours.actor, theirs.actor} in ({"Ada", "Acme"}, {"Cleo", "Brightside"})


def test_a_request_is_taken_back(cleo, cast, hosted, asked):
    actions.remove_guest(by=cleo, guest=asked)

    assert queries.open_places(hosted) == []


def test_her_deactivation_at_home_ends_everything_here_at_once(cleo, cast, hosted):
    """SESS-1: the account is one, and its home decides."""
    eve = make_person(cast.brightside, "eve@brightside.example", "Eve")
    guest = make_guest(hosted, eve)
    make_external_admin(guest)

    deprovisioning.deactivate_person(by=cleo, person=eve)
    deprovisioning.reactivate_person(by=cleo, person=eve)

    assert queries.places_of(eve) == []
    assert not RoleHolder.objects.of(cast.acme).filter(person=eve).exists()
    assert Receipt.objects.of(cast.brightside).get().ended["guest_places"] == ["Acme"]


def test_who_is_out_is_not_removed_again(ada, external_admin, untouched):
    actions.remove_guest(by=ada, guest=external_admin)

    with pytest.raises(NotAGuest), untouched():
        actions.remove_guest(by=ada, guest=external_admin)


def test_others_remove_nobody_and_a_guest_not_even_herself(ben, mallory, external_admin, untouched):
    for stranger in (ben, mallory, entered(external_admin)):
        with pytest.raises(NotAllowed), untouched():
            actions.remove_guest(by=stranger, guest=external_admin)
