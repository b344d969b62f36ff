"""What can have happened to portfolios and the people in them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


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
    sentence = _("The access of {email} counts again in {portfolios}; full control waits to be confirmed.")
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
