"""What can have happened to portfolios and the places of people in them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class PortfolioCreated(Event):
    """A business portfolio was created."""

    tag = "portfolio.created"
    title = _("Portfolio created")
    sentence = _("{actor} created the portfolio {portfolio}.")
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class PortfolioEdited(Event):
    """The name or an option of a portfolio was changed."""

    tag = "portfolio.edited"
    title = _("Portfolio edited")
    sentence = _("{actor} changed {changed} of {portfolio}.")
    portfolio: str
    changed: str


@dataclass(frozen=True, kw_only=True)
class PersonAdded(Event):
    """A person received a place in a portfolio."""

    tag = "portfolio.person.added"
    title = _("Person added")
    sentence = _("{person} is in {portfolio} now, with {access}.")
    personal = frozenset({"person"})
    person: str
    portfolio: str
    access: str


@dataclass(frozen=True, kw_only=True)
class AccessChanged(Event):
    """The level, options or end of a person's place in a portfolio were changed."""

    tag = "portfolio.person.access.changed"
    title = _("Access changed")
    sentence = _("{actor} changed the access of {person} in {portfolio} from {before} to {after}.")
    personal = frozenset({"person"})
    outgoing = True
    person: str
    portfolio: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class PersonRemoved(Event):
    """A person was removed from a portfolio."""

    tag = "portfolio.person.removed"
    title = _("Person removed")
    sentence = _("{actor} removed {person} from {portfolio}.")
    personal = frozenset({"person"})
    outgoing = True
    person: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class PersonLeft(Event):
    """A person left a portfolio by herself."""

    tag = "portfolio.person.left"
    title = _("Person left")
    sentence = _("{person} left {portfolio}.")
    personal = frozenset({"person"})
    person: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class FullControlTaken(Event):
    """A System admin took full control of a portfolio."""

    tag = "portfolio.full_control.taken"
    title = _("Full control taken")
    sentence = _("{actor} took full control of {portfolio} and gave as reason: {reason}.")
    outgoing = True
    portfolio: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class MaskedPersonRevealed(Event):
    """An administrator looked at the name and address of a person who is masked."""

    tag = "portfolio.masked_person.revealed"
    title = _("Masked person revealed")
    sentence = _("{actor} revealed {person} in {portfolio} and gave as reason: {reason}.")
    personal = frozenset({"person"})
    person: str
    portfolio: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class MembershipsDeactivated(Event):
    """The places of a person who left stopped counting in the portfolios of an organization."""

    tag = "person.memberships.deactivated"
    title = _("Access changed")
    sentence = _("The access of {email} ended in {portfolios}.")
    personal = frozenset({"email"})
    email: str
    portfolios: str


@dataclass(frozen=True, kw_only=True)
class MembershipsRestored(Event):
    """The places of a person who came back count again in the portfolios of an organization."""

    tag = "person.memberships.restored"
    title = _("Access changed")
    sentence = _("The access of {email} counts again in {portfolios}; any full control waits to be confirmed.")
    personal = frozenset({"email"})
    email: str
    portfolios: str


@dataclass(frozen=True, kw_only=True)
class FullControlRestored(Event):
    """Full control that had waited for a person who came back was confirmed."""

    tag = "person.full_control.restored"
    title = _("Access changed")
    sentence = _("{actor} gave {email} full control back in {portfolios}.")
    personal = frozenset({"email"})
    email: str
    portfolios: str


@dataclass(frozen=True, kw_only=True)
class FullControlLost(Event):
    """The last person with full control of a portfolio left."""

    tag = "portfolio.full_control.lost"
    title = _("Access changed")
    sentence = _("Nobody has full control of {portfolio} any more; System admins may take it.")
    outgoing = True
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class MembershipsErased(Event):
    """The places of a person were erased with her account."""

    tag = "person.memberships.erased"
    title = _("Access changed")
    sentence = _("Places of {email} in portfolios that were erased: {count}.")
    personal = frozenset({"email"})
    email: str
    count: int
