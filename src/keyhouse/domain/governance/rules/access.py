"""How the deeds about people and portfolios are done after an approval."""

from collections.abc import Mapping
from typing import Any

from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.governance.errors import UnknownDeed
from keyhouse.domain.governance.rules.arguments import identifier, several, text
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import queries as people
from keyhouse.domain.portfolios import actions as portfolios
from keyhouse.domain.portfolios import queries
from keyhouse.domain.portfolios.rules import Access, NewAccess, Option
from keyhouse.foundation.permissions import Actor

Arguments = Mapping[str, Any]


def remove_full_control(by: Actor, arguments: Arguments) -> object:
    """Remove a person with full control from a portfolio, or give her less there."""
    portfolio = queries.portfolio(by, identifier(arguments, "portfolio"))
    person_id, level = identifier(arguments, "person"), text(arguments, "level")
    if not level:
        return lifecycle.remove_from_portfolio(by=by, portfolio=portfolio, person_id=person_id)
    return portfolios.change_access(by=by, portfolio=portfolio, person_id=person_id, access=_access(arguments, level))


def take_full_control(by: Actor, arguments: Arguments) -> object:
    """Take full control of a portfolio."""
    portfolio = queries.portfolio(by, identifier(arguments, "portfolio"))
    return portfolios.take_full_control(by=by, portfolio=portfolio, reason=text(arguments, "reason"))


def delete_person(by: Actor, arguments: Arguments) -> object:
    """Delete a person."""
    return deprovisioning.delete_person(by=by, person=people.person(by, identifier(arguments, "person")))


def _access(arguments: Arguments, level: str) -> NewAccess:
    days = arguments.get("days")
    try:
        options = frozenset(Option(one) for one in several(arguments, "options"))
        return NewAccess(level=Access(level), options=options, temporary_days=int(days) if days else None)
    except (ValueError, TypeError):
        raise UnknownDeed(deed=level) from None
