"""The directory: the accounts of an organization as its administrators see them."""

from django.db.models import Count, QuerySet

from keyhouse.domain.people import rules
from keyhouse.domain.people.models import Headcount, Person, PersonState

COUNTED_AT_ONCE = 5000


def accounts(organization_id: int | None) -> "QuerySet[Person]":
    """The work accounts of an organization that are not deleted."""
    rows: QuerySet[Person] = Person.objects.of(organization_id or 0)
    return rows.exclude(state=PersonState.DELETED)


def number_at(organization_id: int, domain: str) -> int:
    """How many accounts of an organization have an address at this very domain."""
    return accounts(organization_id).filter(domain_folded=domain).count()


def numbers_by_state(organization_id: int) -> dict[str, int]:
    """How many accounts of an organization are in each state: counted now where they are few, else as counted last."""
    kept = dict(Headcount.objects.of(organization_id).values_list("state", "number"))
    return kept if sum(kept.values()) > COUNTED_AT_ONCE else counted(organization_id)


def counted(organization_id: int) -> dict[str, int]:
    """How many accounts of an organization are in each state, counted now."""
    rows = accounts(organization_id).order_by().values("state").annotate(number=Count("id"))
    return {row["state"]: row["number"] for row in rows}


def source_of(person: Person, name: str) -> str:
    """Who writes a field of a profile: `owner`, `identity_provider` or `administrator`."""
    return rules.source_of(person, name)
