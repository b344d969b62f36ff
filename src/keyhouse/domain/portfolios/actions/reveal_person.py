"""Reveal a masked person."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.portfolios import queries, rules
from keyhouse.domain.portfolios.errors import NotMasked, ReasonMissing
from keyhouse.domain.portfolios.events import MaskedPersonRevealed
from keyhouse.domain.portfolios.models import Portfolio, Reveal
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of, require_fresh


@transaction.atomic
def reveal_person(*, by: Actor, portfolio: Portfolio, person_id: int, reason: str) -> Reveal:
    """Show one administrator the name and address of a person who has left, for ten minutes.

    Raises NotAllowed, NeedsFreshSignIn, NotFound, NotMasked, ReasonMissing.
    """
    authorize(by, Permission.REVEAL_MASKED_PEOPLE, on=facts_of(portfolio.organization_id))
    require_fresh(by, within=organizations.fresh_within(portfolio.organization_id))

    person = queries.membership(portfolio, person_id).person
    reason = " ".join(reason.split())
    if not rules.is_masked(person):
        raise NotMasked()
    if not reason:
        raise ReasonMissing(reason="")

    reveal: Reveal = Reveal.objects.of(portfolio.organization_id).create(
        person=person, shown_to_id=by.person_id, reason=reason, until=clock.now() + rules.REVEALED_FOR
    )

    record(
        MaskedPersonRevealed(person=person.name, portfolio=portfolio.name, reason=reason),
        by=by,
        on=person,
        within=portfolio,
    )
    return reveal
