"""Which alerts there are, how many wait, who may own one, and what raised one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.domain.security_alerts.errors import NoSuchAlert
from keyhouse.domain.security_alerts.models import AlertState, SecurityAlert
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.keyset import Cut, Order, Place, cut
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

UNDONE = (AlertState.OPEN, AlertState.LOOKING)


@dataclass(frozen=True, kw_only=True)
class Filter:
    """Which alerts are wanted; of several values one is enough, and what is left out does not matter."""

    state: Sequence[str] = ()
    kind: Sequence[str] = ()
    severity: Sequence[str] = ()
    owner: int | None = None
    text: str = ""


def wanted_rows(by: Actor, wanted: Filter) -> "QuerySet[SecurityAlert]":
    """The alerts of the actor's organization that are wanted. Raises NotAllowed."""
    authorize(by, Permission.ALERTS_VIEW, on=facts_of(by.organization_id))
    rows = _rows(by.organization_id or 0)
    named = {"kind__in": wanted.kind, "severity__in": wanted.severity, "state__in": wanted.state}
    rows = rows.filter(**{name: list(values) for name, values in named.items() if values})
    if wanted.owner is not None:
        rows = rows.filter(owner_id=wanted.owner)
    text = wanted.text.strip().casefold()
    found = Q(person__name_folded__contains=text) | Q(person__email_folded__contains=text)
    return rows.filter(found) if text else rows


def alerts(by: Actor, wanted: Filter, *, before: int | None = None, limit: int = 50) -> list[SecurityAlert]:
    """The wanted alerts, the newest first, older than the id `before`. Raises NotAllowed."""
    rows = wanted_rows(by, wanted).order_by("-id")
    return list((rows.filter(id__lt=before) if before is not None else rows)[:limit])


def page(by: Actor, wanted: Filter, descending: bool, place: Place, size: int) -> Cut[SecurityAlert]:
    """One page of the wanted alerts by time. Raises NotAllowed."""
    return cut(wanted_rows(by, wanted), Order(descending=descending), place, size)


def alert(by: Actor, identifier: int) -> SecurityAlert:
    """One alert of the actor's organization. Raises NotAllowed, NoSuchAlert."""
    authorize(by, Permission.ALERTS_VIEW, on=facts_of(by.organization_id))
    found = _rows(by.organization_id or 0).filter(id=identifier).first()
    if found is None:
        raise NoSuchAlert()
    return found


def locked(organization_id: int, identifier: int) -> SecurityAlert:
    """The same with its row locked until the transaction ends. Raises NoSuchAlert."""
    rows = SecurityAlert.objects.of(organization_id).select_for_update(of=("self",))
    found: SecurityAlert | None = rows.filter(id=identifier).first()
    if found is None:
        raise NoSuchAlert()
    return found


def counts(organization_id: int) -> dict[str, int]:
    """How many alerts are in each state."""
    rows = SecurityAlert.objects.of(organization_id).values_list("state").annotate(Count("id")).order_by()
    return {**{one.value: 0 for one in AlertState}, **dict(rows)}


def waiting(organization_id: int) -> int:
    """How many alerts are not closed: the count in the menu."""
    return int(SecurityAlert.objects.of(organization_id).filter(state__in=UNDONE).count())


def owners(organization_id: int) -> list[Person]:
    """Who may own an alert."""
    found = administration.people_with(organization_id, Permission.ALERTS_MANAGE)
    return [one for one in found if one.state == PersonState.ACTIVE]


def signals_of(alert: SecurityAlert) -> list[Line]:
    """The events that raised an alert, the newest first, as far as the log still keeps them."""
    found = [audit.event(alert.organization_id, int(one)) for one in reversed(alert.signals)]
    return [line for line in found if line is not None]


def _rows(organization_id: int) -> "QuerySet[SecurityAlert]":
    rows: QuerySet[SecurityAlert] = SecurityAlert.objects.of(organization_id)
    return rows.select_related("person", "owner", "organization")
