"""The people who were chosen, read page by page with what decides about them."""

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.bulk_changes.errors import DetailMissing
from keyhouse.domain.bulk_changes.rules import Choice, Deed, Details
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.products import queries as products
from keyhouse.foundation.long_work import NewRow
from keyhouse.foundation.permissions import Actor

PAGE = 1000
COUNTED = 1_000_000


class Seen(NamedTuple):
    """What decides what a deed comes to for a person."""

    id: int
    email: str
    email_folded: str
    display_name: str
    given_name: str
    family_name: str
    state: str
    sign_in_method: str
    holds_address: bool
    activated_at: dt.datetime | None
    deactivated_at: dt.datetime | None

    @property
    def name(self) -> str:
        """The name shown for this person."""
        return self.display_name or f"{self.given_name} {self.family_name}".strip() or self.email

    @property
    def domain(self) -> str:
        """The domain of her address."""
        return self.email_folded.rpartition("@")[2]


def chosen(by: Actor, choice: Choice, *, after: int = 0) -> Iterator[Seen]:
    """The chosen people of the actor's organization by id, after this one; ids of others are left out unseen."""
    if choice.wanted is not None:
        found = directory.matching(by, choice.wanted, after=after)
    else:
        found = iter(sorted(one for one in set(choice.people) if one > after))
    rows = Person.objects.of(by.organization_id or 0).exclude(state=PersonState.DELETED)
    while ids := list(islice(found, PAGE)):
        yield from (Seen._make(row) for row in rows.filter(id__in=ids).order_by("id").values_list(*Seen._fields))


def number_of(by: Actor, choice: Choice) -> int:
    """How many people were chosen."""
    if choice.wanted is not None:
        return directory.number_of(by, choice.wanted, most=COUNTED)
    rows = Person.objects.of(by.organization_id or 0).exclude(state=PersonState.DELETED)
    return sum(rows.filter(id__in=choice.people[at : at + PAGE]).count() for at in range(0, len(choice.people), PAGE))


def rows_after(by: Actor, choice: Choice, after: int) -> tuple[list[NewRow], int | None]:
    """The next page of the chosen as rows of long work, and the id after which the following page begins."""
    page = list(islice(chosen(by, choice, after=after), PAGE))
    rows = [NewRow(subject_id=one.id, label=f"{one.name} ({one.email})") for one in page]
    return rows, page[-1].id if len(page) == PAGE else None


def details_of(by: Actor, deed: Deed, details: Details) -> dict[str, str]:
    """The names of what the details mean, for titles. Raises DetailMissing, NoSuchGroup, NoSuchProduct."""
    words = {Deed.SUSPEND: ("reason", details.reason.strip()), Deed.SET_METHOD: ("sign-in method", details.method)}
    if deed in words and not words[deed][1]:
        raise DetailMissing(detail=words[deed][0])
    if deed in (Deed.ADD_TO_GROUP, Deed.REMOVE_FROM_GROUP):
        if details.group_id is None:
            raise DetailMissing(detail="group")
        return {"name": groups.group(by, details.group_id).name}
    if deed in (Deed.GIVE_PRODUCT, Deed.TAKE_PRODUCT):
        if details.product_id is None:
            raise DetailMissing(detail="product")
        return {"name": products.product(by, details.product_id).name}
    return {}


def few_rows(by: Actor, choice: Choice) -> list[int] | None:
    """The ids of those who were chosen one by one, of the actor's organization alone; None for a filter."""
    return None if choice.wanted is not None else [one.id for one in chosen(by, choice)]


def needs_fresh_sign_in(by: Actor, deed: Deed, choice: Choice) -> bool:
    """Whether the deed is a dangerous one: people are deleted, or administrators may be among those who leave."""
    if deed is Deed.DELETE:
        return True
    if deed is not Deed.DEACTIVATE:
        return False
    if choice.wanted is not None:
        return True
    return bool(administration.roles_of_many(by.organization_id or 0, choice.people))
