"""Change the access of a person in a portfolio."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.portfolios import queries, rules
from keyhouse.domain.portfolios.errors import LastFullControl, NotInPortfolio, PlaceFromPreset, TemporaryTooLong
from keyhouse.domain.portfolios.events import AccessChanged
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.domain.portfolios.rules import NewAccess
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_access(*, by: Actor, portfolio: Portfolio, person_id: int, access: NewAccess) -> Membership:
    """Change the level, the options and the end of a person's place in a portfolio.

    The last person with full control keeps it. Raises NotAllowed, NotFound, NotInPortfolio, LastFullControl,
    TemporaryTooLong.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_CHANGE, on=queries.facts_for(by, portfolio), handing_out=access.level)

    organizations.locked(portfolio.organization_id)
    place = queries.membership(portfolio, person_id)
    if place.state != MembershipState.ACTIVE:
        raise NotInPortfolio(
            person=queries.shown(by, [place.person], portfolio.organization_id)[person_id].name,
            portfolio=portfolio.name,
        )
    if access.temporary_days is not None and access.temporary_days not in rules.TEMPORARY_DAYS:
        raise TemporaryTooLong(temporary_days=access.temporary_days)
    keeps = access.level == Access.FULL and access.temporary_days is None
    if not keeps and place.level == Access.FULL and queries.is_last_full_control(portfolio, person_id):
        raise LastFullControl(person=place.person.name, portfolio=portfolio.name, level=access.level)
    until = rules.ends_at(clock.now(), access.temporary_days, portfolio.time_zone) if access.temporary_days else None
    if rules.is_less_than_given(place, access.level, until):
        raise PlaceFromPreset(person=place.person.name, portfolio=portfolio.name, level=access.level)

    before = rules.words_for(place)
    place.level, place.options, place.returns_to = access.level, sorted(access.options), ""
    place.until, place.source, place.own = until, rules.source_after_change(place), None
    place.save(update_fields=["level", "options", "returns_to", "until", "source", "own"])
    if keeps:
        Portfolio.objects.of(portfolio.organization_id).filter(id=portfolio.id).update(needs_full_control=False)

    record(
        AccessChanged(person=place.person.name, portfolio=portfolio.name, before=before, after=rules.words_for(place)),
        by=by,
        on=place.person,
        within=portfolio,
    )
    return place
