"""Prepare the account of an address that is invited: a step of inviting."""

from django.db import transaction

from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.invitations.errors import CannotBeInvited
from keyhouse.domain.invitations.rules import Candidate, why_not
from keyhouse.domain.lifecycle import queries
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries as persons
from keyhouse.domain.people import rules
from keyhouse.domain.people.models import Person, PersonKind, PersonState
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.models import Portfolio
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def prepare_account(*, by: Actor, portfolio: Portfolio, candidate: Candidate) -> Person | None:
    """Find or make the account that an invitation is for; one that was only added counts as invited then.

    A personal login is made by its owner alone, on the way to accepting: where there is none yet, the answer is None.
    Raises NotAllowed, CannotBeInvited.
    """
    authorize(by, Permission.PORTFOLIO_PEOPLE_INVITE, on=portfolios.facts_for(by, portfolio))

    if reason := why_not(candidate):
        raise CannotBeInvited(email=candidate.address.typed, reason=reason)

    person = candidate.person
    if person is not None and (candidate.is_partner or person.organization_id in (None, portfolio.organization_id)):
        if person.state == PersonState.ADDED:
            step = by.within(Permission.PERSON_STATE_CHANGE, person)
            people.set_state(by=step, person=person, state=PersonState.INVITED)
            refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
        return person
    if candidate.kind is PersonKind.PERSONAL:
        return None
    draft = _draft(portfolio, candidate)
    people.create_person(by=by.within(Permission.PERSON_CREATE, draft), person=draft)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, draft), person=draft)
    return draft


def _draft(portfolio: Portfolio, candidate: Candidate) -> Person:
    elsewhere = persons.holder_of(candidate.address.folded)
    return rules.draft(
        organization_id=portfolio.organization_id,
        address=candidate.address,
        profile=rules.Profile(),
        account=rules.Account(
            state=PersonState.INVITED,
            method=queries.default_method(portfolio.organization_id, candidate.address.domain),
            holds_address=elsewhere is None,
        ),
    )
