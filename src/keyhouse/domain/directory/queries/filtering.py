"""A filter as conditions, each in two forms: one that an index answers, and one that is looked at row by row.

SQLite keeps no figures about values, so it is told which condition leads: the one that fewest people meet.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.lookups import Exact, In, IsNull, LessThan

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials.models import Authenticator
from keyhouse.domain.directory.rules import Filter, Seen, Without
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.portfolios.models import Membership, MembershipState
from keyhouse.foundation import clock, ids
from keyhouse.foundation.search import SHORTEST, Holds, Plain, words

TEXTS = ("name_folded", "email_folded", "given_name", "family_name", "job_title", "department")


@dataclass(frozen=True)
class Condition:
    """One condition: `leads` as an index answers it (None where none does), `tests` as it is looked at row by row."""

    tests: Any
    leads: Any = None


def _both(column: str, make: Callable[[Any], Any]) -> Condition:
    return Condition(tests=make(Plain(column)), leads=make(F(column)))


def conditions(organization_id: int, wanted: Filter) -> list[Condition]:
    """The conditions of a filter; the one that few people meet comes first."""
    return [
        *_of_text(wanted.text),
        *_of_belongings(organization_id, wanted),
        *_of_columns(wanted),
        Condition(tests=~Q(state=PersonState.DELETED)),
    ]


def _of_text(text: str) -> list[Condition]:
    identifier = ids.parse(text.strip())
    if identifier is not None and ids.kind_of(identifier) is ids.Kind.PERSON:
        return [_both("id", lambda column: Exact(column, identifier))]
    found = words(text)
    long, short = [one for one in found if len(one) >= SHORTEST], [one for one in found if len(one) < SHORTEST]
    parts = [Condition(tests=_begins_a_name(one)) for one in short]
    if long:
        anywhere = Q(*(_anywhere(one) for one in long))
        parts.insert(0, Condition(tests=anywhere, leads=Holds(Person, "people_by_text", long)))
    return parts


def _anywhere(word: str) -> Q:
    return Q(*((f"{name}__icontains", word) for name in TEXTS), _connector=Q.OR)


def _begins_a_name(word: str) -> Q:
    """One or two letters are sought where a word of the name begins."""
    return Q(name_folded__startswith=word) | Q(name_folded__contains=f" {word}")


def _of_belongings(organization_id: int, wanted: Filter) -> list[Condition]:
    parts = []
    if wanted.roles:
        parts.append(_among(administration.people_holding(organization_id, wanted.roles)))
    if wanted.groups:
        parts.append(_among(groups.member_ids(wanted.groups, organization_id)))
    if wanted.without == Without.PORTFOLIO:
        members = Membership.objects.of(organization_id).filter(state=MembershipState.ACTIVE)
        parts.append(Condition(tests=~Exists(members.filter(person_id=OuterRef("pk")))))
    if wanted.without == Without.SECOND_FACTOR:
        proven = Authenticator.objects.of(organization_id).exclude(confirmed_at=None)
        parts.append(Condition(tests=~Exists(proven.filter(person_id=OuterRef("pk")))))
    return parts


def _among(people: "QuerySet[Any, int]") -> Condition:
    return _both("id", lambda column: In(column, people))


def _of_columns(wanted: Filter) -> list[Condition]:
    """Conditions on columns of the person, the rarer ones first."""
    choices: list[tuple[object, Callable[[], Condition]]] = [
        (wanted.leaving, lambda: _both("term_date", lambda column: IsNull(column, False))),
        (wanted.held, lambda: Condition(tests=Q(hold=True))),
        (wanted.domains, lambda: _both("domain_folded", lambda column: In(column, wanted.domains))),
        (wanted.departments, lambda: _both("department", lambda column: In(column, wanted.departments))),
        (wanted.managed_by, lambda: _of_connections(wanted.managed_by)),
        (wanted.seen, lambda: _both("last_active_at", lambda column: _last_seen(column, wanted.seen))),
        (wanted.states, lambda: _both("state", lambda column: In(column, wanted.states))),
        (wanted.methods, lambda: Condition(tests=In(Plain("sign_in_method"), wanted.methods))),
    ]
    return [make() for chosen, make in choices if chosen]


def _of_connections(chosen: tuple[int, ...]) -> Condition:
    named = [one for one in chosen if one]
    if 0 in chosen and named:
        return Condition(tests=Q(managed_by=None) | Q(managed_by_id__in=named))
    if 0 in chosen:
        return _both("managed_by", lambda column: IsNull(column, True))
    return _both("managed_by", lambda column: In(column, named))


def _last_seen(column: Any, seen: str) -> Any:
    if seen == Seen.NEVER:
        return IsNull(column, True)
    return LessThan(column, clock.now() - dt.timedelta(days=int(seen)))
