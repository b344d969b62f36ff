"""Bring people's places in portfolios in line with the presets that they have: a step of every change of groups."""

from collections.abc import Collection

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.domain.presets import queries
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def refresh_people(*, by: Actor, people: Collection[Person]) -> int:
    """Give these people the places that their presets give, and take those that none gives any more.

    Roles, products and tasks that a group has reach its members by themselves. Answers for how many something changed;
    a place on a domain that isn't verified waits. Raises NotAllowed.
    """
    authorize(by, Permission.PRESET_REFRESH, on=facts_of(by.organization_id))

    own, known = by.organization_id or 0, {one.id: one for one in people}
    given, held = queries.places_given(own, known), queries.places_held(own, known)
    wanted = {one for places in given.values() for one in places} | {one for places in held.values() for one in places}
    rows = {one.id: one for one in Portfolio.objects.of(own).select_related("organization").filter(id__in=wanted)}

    changed = 0
    for person in known.values():
        theirs, mine = given[person.id], held[person.id]
        moved = False
        for portfolio_id in sorted(theirs.keys() | mine.keys()):
            new, place = theirs.get(portfolio_id), mine.get(portfolio_id)
            if queries.is_in_line(person, new, place):
                continue
            step = by.within(Permission.MEMBERSHIPS_CHANGE, person)
            moved |= portfolios.follow_presets(by=step, portfolio=rows[portfolio_id], person=person, given=new)
        changed += moved
    return changed
