"""Bring a person's place in a portfolio in line with what people presets give her there: a step of theirs."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import queries, rules
from keyhouse.domain.portfolios.events import AccessChanged, FullControlLost, PersonAdded, PersonRemoved
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import Event, record
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize


@transaction.atomic
def follow_presets(*, by: Actor, portfolio: Portfolio, person: Person, given: rules.Given | None) -> bool:
    """Note the most that presets give a person in a portfolio; what she has by herself stays.

    It counts where it is more. Answers whether her access changed. Raises NotAllowed.
    """
    authorize(
        by, Permission.MEMBERSHIPS_CHANGE, on=Facts(organization_id=portfolio.organization_id, person_id=person.id)
    )

    rows = Membership.objects.of(portfolio.organization_id)
    place = rows.select_for_update(of=("self",)).filter(portfolio=portfolio, person=person).first()
    before = _words(place)
    had_full_control = queries.has_full_control(portfolio)

    columns = rules.columns_after(place, given, clock.now())
    if columns is not None:
        made = {"added_by_id": by.person_id, "added_at": clock.now(), "organization_id": portfolio.organization_id}
        place = rows.update_or_create(
            portfolio=portfolio, person=person, defaults=columns, create_defaults={**columns, **made}
        )[0]
    elif place is not None and place.state != MembershipState.REMOVED:
        place.state = MembershipState.REMOVED
        rows.filter(id=place.id).update(state=place.state, ended_at=clock.now(), **rules.WITHOUT_PRESETS)
    after = _words(place)
    lost = had_full_control and not queries.has_full_control(portfolio)
    if lost or (place is not None and place.level == Access.FULL and after and not had_full_control):
        Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=lost)

    if event := _event(person, portfolio, before, after):
        record(event, by=by, on=person, within=portfolio)
    if lost:
        record(FullControlLost(portfolio=portfolio.name), by=by, on=portfolio, within=portfolio)
    return before != after


def _words(place: Membership | None) -> str:
    return rules.words_for(place) if place is not None and place.state == MembershipState.ACTIVE else ""


def _event(person: Person, portfolio: Portfolio, before: str, after: str) -> Event | None:
    if before == after:
        return None
    if not before:
        return PersonAdded(person=person.name, portfolio=portfolio.name, access=after)
    if not after:
        return PersonRemoved(person=person.name, portfolio=portfolio.name)
    return AccessChanged(person=person.name, portfolio=portfolio.name, before=before, after=after)
