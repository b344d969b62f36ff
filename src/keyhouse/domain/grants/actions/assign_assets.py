"""Assign assets: give somebody tasks on them."""

import datetime as dt
from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.grants import queries, rules
from keyhouse.domain.grants.events import AssetsAssigned
from keyhouse.domain.grants.models import TaskGrant
from keyhouse.domain.grants.queries.subjects import locked_subject
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def assign_assets(
    *,
    by: Actor,
    portfolio: Portfolio,
    subject_id: int,
    object_ids: Collection[int],
    tasks: rules.Chosen,
    until: dt.datetime | None = None,
) -> list[TaskGrant]:
    """Give a person, group or system user tasks on assets or asset groups, in the portfolio's name.

    `tasks` names the tasks for each type of asset; what was given directly before is replaced. Raises NotAllowed,
    NoSuchAsset, NotInThePortfolio, NoAssets, NoTasks, NoSuchTask, EndInThePast, MoreThanOwnAccess.
    """
    giving = queries.giving(by, portfolio, object_ids)
    authorize(by, Permission.ASSET_ASSIGN, on=giving.facts)

    wanted = rules.wanted(giving, object_ids, tasks, until, clock.now())
    subject = locked_subject(portfolio, subject_id)

    grants = TaskGrant.objects.of(portfolio.organization_id)
    given = [
        grants.update_or_create(
            portfolio=portfolio,
            subject_id=subject_id,
            object_id=one.object_id,
            asset_type=one.type,
            source=rules.DIRECT,
            defaults={"organization_id": portfolio.organization_id, "tasks": one.bits, "until": until,
                      "starts_at": None, "given_by_id": by.person_id, "given_at": clock.now()},
        )[0]
        for one in wanted
    ]  # fmt: skip

    event = AssetsAssigned(subject=subject.name, tasks=rules.tasks_told(wanted), assets=rules.names_told(wanted),
                           until=until.date().isoformat() if until else "")  # fmt: skip
    record(event, by=by, on=subject, within=portfolio)
    return given
