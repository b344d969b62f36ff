"""Coming back: the same account, its places and groups; roles and full control wait for confirmation."""

import datetime as dt

import pytest

from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.deprovisioning.errors import AddressMoved, TooLate
from keyhouse.domain.people.errors import WrongState
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


def membership(cast, person, portfolio):
    return Membership.objects.of(cast.acme).get(person=person, portfolio=portfolio)


def test_what_she_had_counts_again(ada, cast):
    gone = actions.deactivate_person(by=ada, person=cast.ben)

    back = actions.reactivate_person(by=ada, person=gone)

    assert (back.id, back.state) == (cast.ben.id, "active")
    assert membership(cast, cast.ben, cast.spring_campaign).state == "active"


def test_roles_and_full_control_wait_to_be_confirmed(ada, cast):
    actions.reactivate_person(by=ada, person=actions.deactivate_person(by=ada, person=cast.erin))

    place = membership(cast, cast.erin, cast.press)
    assert (place.state, place.level, place.returns_to) == ("active", "basic", "full")
    assert not administrators.is_system_admin(cast.erin)


def test_whoever_was_never_activated_is_invited_or_only_added(ada, cast):
    for address, state in (("kim@acme.example", "invited"), ("kim@acme-labs.example", "added")):
        kim = make_person(cast.acme, address, "Kim", state="deactivated", activated_at=None, deactivated_at=clock.now())
        assert actions.reactivate_person(by=ada, person=kim).state == state


def test_a_place_whose_end_has_passed_stays_ended(ada, cast):
    place = Membership.objects.of(cast.acme).filter(person=cast.ben)
    gone = actions.deactivate_person(by=ada, person=cast.ben)
    place.update(until=clock.now() - dt.timedelta(days=1))

    actions.reactivate_person(by=ada, person=gone)

    assert place.get().state != "active"


def test_after_ninety_days_and_without_the_address_nobody_comes_back(ada, cast, untouched):
    rows = Person.objects.of(cast.acme).filter(id=cast.dana.id)

    rows.update(deactivated_at=clock.now() - dt.timedelta(days=91))
    with pytest.raises(TooLate), untouched():
        actions.reactivate_person(by=ada, person=cast.dana)
    rows.update(deactivated_at=clock.now(), holds_address=False)
    with pytest.raises(AddressMoved), untouched():
        actions.reactivate_person(by=ada, person=cast.dana)


def test_only_a_deactivated_account_comes_back(ada, cast, untouched):
    with pytest.raises(WrongState), untouched():
        actions.reactivate_person(by=ada, person=cast.ben)


def test_ben_and_mallory_bring_nobody_back(ben, mallory, cast, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.reactivate_person(by=by, person=cast.dana)
