"""Questions about people."""

from collections.abc import Iterable

from django.db.models import QuerySet

from keyhouse.domain.people.errors import NoSuchPerson
from keyhouse.domain.people.models import ExternalId, Person, PersonKind, PersonState
from keyhouse.foundation.permissions import Actor, Facts


def facts_of_person(person: Person) -> Facts:
    """What permissions about a person are decided on."""
    return Facts(organization_id=person.organization_id, person_id=person.id, connection_id=person.managed_by_id)


def organization_id_of(by: "Actor | int | object") -> int | None:
    """The organization meant by an actor, an organization or its id."""
    if isinstance(by, Actor):
        return by.organization_id
    return by if isinstance(by, int) else getattr(by, "id", None)


def _rows(organization_id: int | None) -> "QuerySet[Person]":
    found: QuerySet[Person] = (
        Person.objects.of(organization_id) if organization_id is not None else Person.objects.of_nobody()
    )
    return found.exclude(state=PersonState.DELETED)


def person(by: "Actor | int | object", identifier: int | None) -> Person:
    """The person of the actor's (or this) organization with this id. Raises NoSuchPerson."""
    found = _rows(organization_id_of(by)).filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchPerson()
    return found


def locked(person: Person) -> Person:
    """The same person read anew, her row locked until the transaction ends. Raises NoSuchPerson."""
    rows = Person.objects.of(person.organization_id) if person.organization_id else Person.objects.of_nobody()
    found = rows.select_for_update(of=("self",)).filter(id=person.id).first()
    if found is None:
        raise NoSuchPerson()
    return found


def holder_of(folded: str, kind: PersonKind = PersonKind.WORK) -> Person | None:
    """The person of this kind who holds an address (folded), in whatever organization."""
    rows = Person.objects.everywhere(reason="an address is held once in the whole installation")
    return rows.filter(email_folded=folded, kind=kind, holds_address=True).exclude(state=PersonState.DELETED).first()


def at_address(organization_id: int, folded: str) -> Person | None:
    """The work account of an organization with this folded address, its row locked."""
    rows = Person.objects.of(organization_id).select_for_update(of=("self",))
    return rows.filter(email_folded=folded, kind=PersonKind.WORK).exclude(state=PersonState.DELETED).first()


def with_address(organization_id: int, folded: str) -> Person | None:
    """The work account of an organization with this folded address, as it stands now."""
    return _rows(organization_id).filter(email_folded=folded, kind=PersonKind.WORK).first()


def in_organization(organization_id: int, draft: Person) -> Person | None:
    """Another account of the organization with the address of this one."""
    found = at_address(organization_id, draft.email_folded)
    return found if found is not None and found.id != draft.id else None


def called(organization_id: int, connection_id: int, external_id: str) -> Person | None:
    """The person whom a connection calls so."""
    ids = ExternalId.objects.of(organization_id).select_related("person")
    found = ids.filter(connection_id=connection_id, value=external_id).first()
    return found.person if found else None


def external_id_of(person: Person) -> str:
    """What the managing connection calls a person; an empty text when it never said."""
    if person.organization_id is None or person.managed_by_id is None:
        return ""
    ids = ExternalId.objects.of(person.organization_id).filter(connection_id=person.managed_by_id, person=person)
    return str(ids.values_list("value", flat=True).first() or "")


def managed_by(organization_id: int, connection_id: int) -> "QuerySet[Person]":
    """The people that a connection manages and can see, in the order of their making."""
    rows = _rows(organization_id).filter(managed_by_id=connection_id, detached=False)
    return rows.order_by("id")


def managed_person(organization_id: int, connection_id: int, identifier: int | None) -> Person:
    """The person of this id whom a connection manages. Raises NoSuchPerson."""
    found = managed_by(organization_id, connection_id).filter(id=identifier).first() if identifier else None
    if found is None:
        raise NoSuchPerson()
    return found


def reports_of(person: Person) -> list[Person]:
    """The people whose manager somebody is."""
    return list(_rows(person.organization_id).filter(manager_id=person.id).order_by("id"))


def names(organization_id: int, identifiers: Iterable[int]) -> dict[int, str]:
    """The names of people of an organization by their ids; who was erased has none."""
    rows = Person.objects.of(organization_id).filter(id__in=set(identifiers))
    return {row.id: row.name for row in rows}
