"""Bring the admin roles that a preset gives in line with it: a step of its changes, and always at once."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.administration import actions as administration
from keyhouse.domain.administration import queries as administrators
from keyhouse.domain.administration.models import Source
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.presets import queries
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def follow_roles(*, by: Actor, preset: Preset, subjects: Collection[Person | PersonGroup]) -> None:
    """Give these people and groups the roles of the preset, then take those that it gives no more.

    Raises NotAllowed, LastSystemAdmin, LastBreakGlass, RoleNeedsVerifiedDomain.
    """
    authorize(by, Permission.PRESET_REFRESH, on=facts_of(preset.organization_id))

    moves = [(one, *queries.role_moves(preset, one)) for one in subjects]

    with administrators.keeping_system_admin(preset.organization_id):
        for subject, given, _ in moves:
            for role in given:
                administration.give_role(
                    by=by.within(Permission.ROLES_CHANGE, subject),
                    role=role, subject=subject, source=Source.PRESET, source_id=preset.id,
                )  # fmt: skip
        for subject, _, taken in moves:
            for role in taken:
                administration.take_role(
                    by=by.within(Permission.ROLES_CHANGE, subject),
                    role=role, subject=subject, source=Source.PRESET, source_id=preset.id,
                )  # fmt: skip
