"""Taking a role that a preset or a relationship gave."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import LastSystemAdmin
from keyhouse.domain.administration.models import RoleHolder, Source
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.administration.holding import give_group_role, give_role_to, make_group, make_role, put_in


def take(by, role, subject):
    step = by.within(Permission.ROLES_CHANGE, subject)
    return actions.take_role(by=step, role=role, subject=subject, source=Source.PRESET, source_id=7)


def test_only_what_this_preset_gave_is_taken(ada, cast):
    role = make_role(cast.acme, "Auditor", ["logs.view"])
    for source, source_id in ((Source.PRESET, 7), (Source.DIRECT, 0)):
        give_role_to(role, cast.ben, source=source, source_id=source_id)

    assert take(ada, role, cast.ben) and not take(ada, role, cast.ben)

    assert [one.source for one in queries.roles_of(cast.ben)] == ["direct"]


def test_a_group_loses_it_too(ada, cast):
    role, group = make_role(cast.acme, "Auditor", ["logs.view"]), put_in(make_group(cast.acme, "Auditors"), cast.ben)
    give_group_role(role, group, source=Source.PRESET, source_id=7)

    assert take(ada, role, group)

    assert not queries.permissions_of(cast.ben)


def test_the_last_system_admin_stays_by_this_door_too(ada, cast, untouched):
    """AUTH-2: a preset that gave the last System admin her role can't take it."""
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).delete()
    RoleHolder.objects.of(cast.acme).filter(person=cast.ada).update(source="preset", source_id=7)

    with pytest.raises(LastSystemAdmin), untouched():
        take(ada, queries.system_admin_role(cast.acme), cast.ada)


def test_nobody_does_it_outside_of_a_process(ada, cast, untouched):
    role = make_role(cast.acme, "Auditor", ["logs.view"])

    with pytest.raises(NotAllowed), untouched():
        actions.take_role(by=ada, role=role, subject=cast.ben, source=Source.PRESET, source_id=7)
