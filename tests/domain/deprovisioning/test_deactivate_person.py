"""Leaving: in one transaction everything a person could do ends, and is kept for her return."""

import pytest

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.deprovisioning import actions, queries
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def fresh(person):
    return Person.objects.everywhere(reason="test").get(id=person.id)


def test_everything_a_person_could_do_ends_at_once(ada, cast):
    Session.objects.of(cast.acme).create(
        person=cast.ben, secret_hash="x", method="sso", strength=3, made_at=clock.now(), proved_at=clock.now(),
        last_used_at=clock.now(), until=clock.now(),
    )  # fmt: skip

    actions.deactivate_person(by=ada, person=cast.ben)

    assert fresh(cast.ben).state == "deactivated"
    assert not Session.objects.of(cast.acme).filter(person=cast.ben).exists()
    assert [each.state for each in Membership.objects.of(cast.acme).filter(person=cast.ben)] == ["deactivated"]
    assert queries.receipts_of(cast.acme.id, cast.ben.id)[0].ended["sessions"] == 1


def test_one_group_of_the_log_tells_it_all(ada, cast):
    actions.deactivate_person(by=ada, person=cast.ben)

    lines = audit.events(cast.acme.id, audit.Wanted(correlation=ada.correlation))
    assert {line.tag for line in lines} == {"person.account.deactivated", "person.memberships.deactivated"}
    assert "Ada deactivated the account of ben@acme.example" in " ".join(line.sentence for line in lines)


def test_the_last_system_admin_stays(ada, cast, untouched):
    actions.deactivate_person(by=ada, person=cast.erin)

    with pytest.raises(LastSystemAdmin), untouched():
        actions.deactivate_person(by=ada, person=cast.ada)


def test_the_last_administrator_with_a_password_stays(ada, cast, untouched):
    with pytest.raises(LastBreakGlass), untouched():
        actions.deactivate_person(by=ada, person=cast.ada)


def test_the_roles_of_an_administrator_who_leaves_are_suspended(ada, cast):
    actions.deactivate_person(by=ada, person=cast.erin)

    assert RoleHolder.objects.of(cast.acme).get(person=cast.erin).paused


def test_a_connection_deactivates_nobody_whom_it_does_not_manage(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.deactivate_person(by=okta, person=cast.ben)


def test_mallory_deactivates_nobody_of_acme(mallory, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.deactivate_person(by=mallory, person=cast.ben)
