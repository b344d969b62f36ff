"""Giving a role on behalf of a preset or a relationship."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import RoleFromElsewhere, RoleNeedsVerifiedDomain
from keyhouse.domain.administration.models import RoleHolder, Source
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.cast import make_person
from tests.domain.administration.holding import make_group, make_role, put_in


def give(by, cast, subject, source=Source.PRESET, source_id=7):
    role = make_role(cast.acme, "Auditor", ["logs.view"])
    step = by.within(Permission.ROLES_CHANGE, subject)
    return actions.give_role(by=step, role=role, subject=subject, source=source, source_id=source_id)


def test_a_role_from_a_preset_counts_and_is_not_taken_away_in_place(ada, cast):
    holder = give(ada, cast, cast.ben)

    assert queries.permissions_of(cast.ben) == {Permission.LOGS_VIEW}
    with pytest.raises(RoleFromElsewhere):
        actions.remove_role(by=ada, holder=holder)


def test_the_same_preset_gives_it_once_and_another_once_more(ada, cast):
    for source_id in (7, 7, 8):
        give(ada, cast, cast.ben, source_id=source_id)

    assert RoleHolder.objects.of(cast.acme).filter(person=cast.ben).count() == 2


def test_a_group_gets_it_too(ada, cast):
    give(ada, cast, put_in(make_group(cast.acme, "Auditors"), cast.ben))

    assert queries.permissions_of(cast.ben) == {Permission.LOGS_VIEW}


def test_a_guest_holds_it_in_the_organization_she_enters_and_the_line_stands_there(ada, cast):
    give(ada, cast, cast.cleo, source=Source.RELATIONSHIP)

    assert queries.permissions_of(cast.cleo, cast.acme.id) == {Permission.LOGS_VIEW}
    assert Permission.LOGS_VIEW in queries.permissions_of(cast.cleo), "as System admin of her own"
    assert audit.events(cast.acme.id)[0].sentence == "Ada gave cleo@brightside.example the role Auditor."


def test_an_administrator_needs_a_verified_domain_by_this_door_too(ada, cast, untouched):
    ruth = make_person(cast.acme, "ruth@acme-labs.example", "Ruth")
    make_role(cast.acme, "Auditor", ["logs.view"])

    with pytest.raises(RoleNeedsVerifiedDomain), untouched():
        give(ada, cast, ruth)


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    role = make_role(cast.acme, "Auditor", ["logs.view"])

    with pytest.raises(NotAllowed), untouched():
        actions.give_role(by=ada, role=role, subject=cast.ben, source=Source.PRESET, source_id=7)
