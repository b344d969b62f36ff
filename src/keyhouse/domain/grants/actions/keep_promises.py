"""Keep promises: make grants of what an invitation had promised, a step of accepting it."""

from django.db import transaction

from keyhouse.domain.grants import queries, rules
from keyhouse.domain.grants.events import PromisesKept
from keyhouse.domain.grants.models import PromisedGrant, TaskGrant
from keyhouse.domain.invitations.models import Invitation
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def keep_promises(*, by: Actor, portfolio: Portfolio, invitation: Invitation, person: Person) -> list[TaskGrant]:
    """Give a person what her invitation promised, as far as the portfolio still reaches the assets.

    Raises NotAllowed.
    """
    authorize(by, Permission.GRANTS_CHANGE, on=Facts(organization_id=portfolio.organization_id, person_id=person.id))

    promises = list(PromisedGrant.objects.of(portfolio.organization_id).filter(invitation=invitation).order_by("id"))
    held = queries.promised(invitation, portfolio)
    live = [one for one in promises if one.until is None or one.until > clock.now()]
    reach = queries.reachable(portfolio, {one.object_id for one in live})
    kept = [one for one in live if reach.behind(one.object_id, one.asset_type) or one.object_id in reach.of_group]

    grants = TaskGrant.objects.of(portfolio.organization_id)
    given = [
        grants.update_or_create(
            portfolio=portfolio,
            subject_id=person.id,
            object_id=one.object_id,
            asset_type=one.asset_type,
            source=rules.DIRECT,
            defaults={"organization_id": portfolio.organization_id, "tasks": one.tasks, "until": one.until,
                      "starts_at": None, "given_by_id": one.given_by_id, "given_at": clock.now()},
        )[0]
        for one in kept
    ]  # fmt: skip
    PromisedGrant.objects.of(portfolio.organization_id).filter(invitation=invitation).delete()

    if given:
        names = ", ".join(sorted({one.asset.name for one in held}))
        record(PromisesKept(subject=person.name, assets=names), by=by, on=person, within=portfolio)
    return given
