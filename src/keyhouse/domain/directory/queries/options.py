"""What a filter of people can be chosen from: the departments and domains that there are, groups and roles by name."""

from keyhouse.domain.administration.models import Role
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person

MOST = 200


def departments(organization_id: int) -> list[str]:
    """The departments of an organization's people."""
    return _values(organization_id, "department")


def domains(organization_id: int) -> list[str]:
    """The domains of the addresses of an organization's people."""
    return _values(organization_id, "domain_folded")


def group_names(organization_id: int) -> list[tuple[int, str]]:
    """The groups of an organization by name."""
    rows = PersonGroup.objects.of(organization_id).order_by("name_folded", "id")
    return list(rows.values_list("id", "name")[:MOST])


def role_names(organization_id: int) -> list[tuple[int, str]]:
    """The admin roles of an organization by name."""
    return list(Role.objects.of(organization_id).order_by("name", "id").values_list("id", "name")[:MOST])


def _values(organization_id: int, column: str) -> list[str]:
    """The different texts of a column, found one after the other by its index."""
    rows = Person.objects.of(organization_id).order_by(column).values_list(column, flat=True)
    found: list[str] = []
    last = ""
    while len(found) < MOST and (following := rows.filter(**{f"{column}__gt": last}).first()):
        found.append(following)
        last = following
    return found
