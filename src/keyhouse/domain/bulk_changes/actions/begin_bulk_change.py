"""Begin a change of many people."""

from django.db import transaction

from keyhouse.domain.bulk_changes import queries, rules
from keyhouse.domain.bulk_changes.errors import NobodyChosen, NumberNotTyped
from keyhouse.domain.bulk_changes.events import BulkChangeBegun
from keyhouse.domain.bulk_changes.rules import BESIDES, Choice, Deed, Details
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work import beginning
from keyhouse.foundation.long_work.models import LongWork
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def begin_bulk_change(
    *, by: Actor, deed: Deed, choice: Choice, details: Details | None = None, typed: int | None = None
) -> LongWork:
    """Write down that this is done to all the chosen; each is then changed alone, and one refusal stops no other.

    `typed` is the number of people as the administrator typed it, asked for where many would lose access.
    Raises NotAllowed, NeedsFreshSignIn, NobodyChosen, NumberNotTyped, DetailMissing, NoSuchGroup, NoSuchProduct.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=facts_of(by.organization_id))
    authorize(by, BESIDES.get(deed, Permission.PEOPLE_MANAGE), on=facts_of(by.organization_id))
    if queries.needs_fresh_sign_in(by, deed, choice):
        require_fresh(by, within=organizations.fresh_within(by.organization_id or 0))

    details = details or Details()
    names = queries.details_of(by, deed, details)
    number = queries.number_of(by, choice)
    if not number:
        raise NobodyChosen()
    everybody = sum(people.numbers_by_state(by.organization_id or 0).values())
    if rules.must_type(deed, number, everybody) and typed != number:
        raise NumberNotTyped(number=number)

    title = rules.title(deed, number, names.get("name", ""))
    few = queries.few_rows(by, choice)
    work = beginning.begin(
        by=by,
        kind=f"bulk.{deed}",
        title=title,
        arguments={**choice.plain(), **details.plain(), **({"few": few} if few is not None else {})},
        total=number,
    )

    record(BulkChangeBegun(deed=title, number=number), by=by, on=work)
    return work
