"""A query of an organization's rows that does not say whose rows it means never runs."""

import pytest

from keyhouse.domain.people.models import Person
from keyhouse.foundation.tenancy import Unscoped
from tests.cast import Cast, make_person

REFUSED = {
    "all": lambda rows: list(rows.all()),
    "get": lambda rows: rows.get(id=1),
    "first": lambda rows: rows.first(),
    "count": lambda rows: rows.count(),
    "exists": lambda rows: rows.filter(id=1).exists(),
    "update": lambda rows: rows.update(email=""),
    "delete": lambda rows: rows.filter(id=1).delete(),
    "aggregate": lambda rows: rows.aggregate(),
    "create": lambda rows: rows.create(email="a@b.example"),
    "bulk_create": lambda rows: rows.bulk_create([]),
    "values": lambda rows: list(rows.values("id")),
    "iterator": lambda rows: list(rows.iterator()),
    "in_bulk": lambda rows: rows.in_bulk([1]),
    "subquery": lambda rows: list(Person.objects.of(1).filter(id__in=rows.values("id"))),
    "update_or_create": lambda rows: rows.update_or_create(id=1),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", REFUSED)
def test_a_query_without_an_organization_is_refused(name: str) -> None:
    with pytest.raises(Unscoped):
        REFUSED[name](Person.objects)


def test_a_query_of_one_organization_sees_its_rows_alone(cast: Cast) -> None:
    """AUTH-1: every query is scoped to the organization that it names."""
    found = set(Person.objects.of(cast.rival).values_list("email", flat=True))

    assert found == {"mallory@rival.example"}
    assert Person.objects.of(cast.rival).filter(id=cast.ada.id).first() is None


def test_rows_made_through_an_organization_belong_to_it(cast: Cast) -> None:
    made = make_person(cast.acme, "gail@acme.example", "Gail")

    assert made.organization_id == cast.acme.id


def test_personal_logins_belong_to_nobody(cast: Cast) -> None:
    assert list(Person.objects.of_nobody()) == [cast.finn]
