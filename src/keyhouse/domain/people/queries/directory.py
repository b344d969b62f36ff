"""The directory: the accounts of an organization as its administrators see them."""

from django.db.models import Count, Q, QuerySet

from keyhouse.domain.people import rules
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


def accounts(organization_id: int | None) -> "QuerySet[Person]":
    """The work accounts of an organization that are not deleted."""
    rows: QuerySet[Person] = Person.objects.of(organization_id or 0)
    return rows.exclude(state=PersonState.DELETED)


def number_at(organization_id: int, domain: str) -> int:
    """How many accounts of an organization have an address at this very domain."""
    return accounts(organization_id).filter(email_folded__endswith=f"@{domain}").count()


def directory(
    by: Actor, *, search: str = "", state: str = "", after: tuple[str, int] | None = None, limit: int | None = None
) -> list[Person]:
    """The work accounts of the actor's organization by name, of one state, whose name, address, title or department
    holds the text; those after a (folded name, id). Raises NotAllowed."""
    authorize(by, Permission.PEOPLE_VIEW, on=facts_of(by.organization_id))
    rows = accounts(by.organization_id).select_related("managed_by").order_by("name_folded", "id")
    for word in search.casefold().split():
        rows = rows.filter(
            Q(name_folded__contains=word)
            | Q(email_folded__contains=word)
            | Q(job_title__icontains=word)
            | Q(department__icontains=word)
        )
    if state:
        rows = rows.filter(state=state)
    if after is not None:
        name, identifier = after
        rows = rows.filter(Q(name_folded__gt=name) | Q(name_folded=name, id__gt=identifier))
    return list(rows[:limit])


def numbers_by_state(organization_id: int) -> dict[str, int]:
    """How many accounts of an organization are in each state."""
    rows = accounts(organization_id).order_by().values("state").annotate(number=Count("id"))
    return {row["state"]: row["number"] for row in rows}


def source_of(person: Person, name: str) -> str:
    """Who writes a field of a profile: `owner`, `identity_provider` or `administrator`."""
    return rules.source_of(person, name)
