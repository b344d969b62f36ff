"""Give full control back to a person who returned: a step of its confirmation."""

from django.db import transaction

from keyhouse.domain.people.models import Person
from keyhouse.domain.people.queries import facts_of_person
from keyhouse.domain.portfolios.events import FullControlRestored
from keyhouse.domain.portfolios.models import Access, Membership, MembershipState, Portfolio
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def confirm_full_control(*, by: Actor, person: Person) -> list[str]:
    """Give a person full control where it waits to be confirmed in her organization; answers the portfolios' names.

    Raises NotAllowed.
    """
    authorize(by, Permission.MEMBERSHIPS_CHANGE, on=facts_of_person(person))

    waiting = Membership.objects.of(person.organization_id).filter(
        person=person, state=MembershipState.ACTIVE, returns_to=Access.FULL
    )
    found = list(waiting.select_related("portfolio").order_by("id"))
    if not found:
        return []

    waiting.update(level=Access.FULL, returns_to="")
    portfolios = Portfolio.objects.of(person.organization_id)
    portfolios.filter(id__in=[each.portfolio_id for each in found]).update(needs_full_control=False)

    for each in found:
        event = FullControlRestored(email=person.email, portfolios=each.portfolio.name)
        record(event, by=by, on=person, within=each.portfolio)
    return [each.portfolio.name for each in found]
