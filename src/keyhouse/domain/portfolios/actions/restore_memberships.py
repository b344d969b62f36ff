"""Let a person's places in portfolios count again: a step of coming back."""

from django.db import transaction
from django.db.models import Q

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.portfolios.events import MembershipsRestored
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize

REASON = "a person's places come back in the portfolios of every organization when her account does"


@transaction.atomic
def restore_memberships(*, by: Actor, person: Person) -> list[str]:
    """Let the places that ended with a person's account count again; answers the names of the portfolios.

    A place whose end has passed stays ended. Full control returns as basic access until it is confirmed.
    Raises NotAllowed.
    """
    authorize(by, Permission.MEMBERSHIPS_CHANGE, on=facts_of_person(person))

    ended = Membership.objects.everywhere(reason=REASON).filter(person=person, state=MembershipState.DEACTIVATED)
    over = Q(until__lte=clock.now())
    ended.filter(over).update(state=MembershipState.REMOVED)
    ended = ended.exclude(over)
    found = list(ended.select_related("portfolio").order_by("id"))
    if not found:
        return []

    wanted = {"state": MembershipState.ACTIVE, "ended_at": None}
    full = [each.id for each in found if each.level == Access.FULL]
    if full:
        ended.filter(id__in=full).update(**wanted, level=Access.BASIC, returns_to=Access.FULL)
    ended.exclude(id__in=full).update(**wanted)

    for each in found:
        event = MembershipsRestored(email=person.email, portfolios=each.portfolio.name)
        record(event, by=by, on=person, within=each.portfolio)
    return [each.portfolio.name for each in found]
