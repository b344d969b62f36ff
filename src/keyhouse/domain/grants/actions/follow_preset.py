"""Bring what a preset gives somebody on the assets of a portfolio in line with its definition: a step of presets."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.grants import queries, rules
from keyhouse.domain.grants.events import AssetsAssigned, AssetsUnassigned
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def follow_preset(
    *, by: Actor, portfolio: Portfolio, subject: Person | PersonGroup, preset_id: int, wanted: Collection[rules.Wanted]
) -> bool:
    """Give a person or group exactly these tasks in a preset's name; what is given otherwise stays as it is.

    Objects that the portfolio doesn't reach any more are left out. Answers whether anything changed. Raises NotAllowed.
    """
    authorize(by, Permission.GRANTS_CHANGE, on=Facts(organization_id=portfolio.organization_id, person_id=subject.id))

    giving = queries.all_of(portfolio, [one.object_id for one in wanted])
    reached = {(one.object_id, one.type): one for one in rules.reached(giving, wanted)}
    given = {(one.object_id, one.asset_type): one for one in queries.from_preset(portfolio, subject.id, preset_id)}
    new = [one for key, one in reached.items() if key not in given or given[key].tasks != one.bits]
    gone = [one for key, one in given.items() if key not in reached]

    grants = TaskGrant.objects.of(portfolio.organization_id)
    for one in new:
        grants.update_or_create(
            portfolio=portfolio, subject_id=subject.id, object_id=one.object_id, asset_type=one.type,
            source=rules.PRESET, source_id=preset_id,
            defaults={"organization_id": portfolio.organization_id, "tasks": one.bits, "given_by_id": by.person_id,
                      "given_at": clock.now()},
        )  # fmt: skip
    grants.filter(id__in=[one.id for one in gone]).delete()

    if new:
        event = AssetsAssigned(subject=subject.name, tasks=rules.tasks_told(new), assets=rules.names_told(new))
        record(event, by=by, on=subject, within=portfolio)
    if gone:
        names = queries.names_of(portfolio.organization_id, [one.object_id for one in gone]).values()
        record(AssetsUnassigned(subject=subject.name, assets=", ".join(names)), by=by, on=subject, within=portfolio)
    return bool(new or gone)
