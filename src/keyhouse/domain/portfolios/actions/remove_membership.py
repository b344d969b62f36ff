"""End the place of a person in a portfolio: a step of removing her, where her grants go too."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.portfolios import queries, rules
from keyhouse.domain.portfolios.errors import LastFullControl, NotInPortfolio, PlaceFromPreset
from keyhouse.domain.portfolios.events import PersonLeft, PersonRemoved
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def remove_membership(*, by: Actor, portfolio: Portfolio, person_id: int) -> Membership:
    """End a person's place in a portfolio; herself she may always leave.

    The last person with full control stays. Raises NotAllowed, NotFound, NotInPortfolio, PlaceFromPreset,
    LastFullControl.
    """
    needed = Permission.PORTFOLIO_LEAVE if by.person_id == person_id else Permission.PORTFOLIO_PEOPLE_REMOVE
    authorize(by, needed, on=queries.facts_for(by, portfolio, person_id=person_id))

    organizations.locked(portfolio.organization_id)
    place = queries.membership(portfolio, person_id)
    shown = queries.shown(by, [place.person], portfolio.organization_id)[person_id].name
    if place.state == MembershipState.REMOVED:
        raise NotInPortfolio(person=shown, portfolio=portfolio.name)
    if rules.is_given(place, clock.now()):
        raise PlaceFromPreset(person=shown, portfolio=portfolio.name)
    counts = place.state == MembershipState.ACTIVE and place.level == Access.FULL and place.until is None
    if counts and queries.is_last_full_control(portfolio, person_id):
        raise LastFullControl(person=shown, portfolio=portfolio.name)

    ended = {"state": MembershipState.REMOVED, "ended_at": clock.now(), "returns_to": "", **rules.WITHOUT_PRESETS}
    for name, value in ended.items():
        setattr(place, name, value)
    place.save(update_fields=list(ended))

    happened = PersonLeft if by.person_id == person_id else PersonRemoved
    record(happened(person=place.person.name, portfolio=portfolio.name), by=by, on=place.person, within=portfolio)
    return place
