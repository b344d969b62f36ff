"""What can have happened around locks; that an account was locked or unlocked is an event of people."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class LockWithheld(Event):
    """The last System admin was not locked, so that somebody can still look."""

    tag = "person.lock.withheld"
    title = _("Lock withheld")
    sentence = _("{email} was not locked although {reason} asked for it: no other System admin would be left.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class UnlockLinkSent(Event):
    """A link that unlocks an account was mailed."""

    tag = "person.unlock_link.sent"
    title = _("Unlock link sent")
    sentence = _("A link to unlock the account was mailed to {email}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    link: str


@dataclass(frozen=True, kw_only=True)
class LockPageLinkSent(Event):
    """A person was told by mail that her account is locked."""

    tag = "person.lock_page_link.sent"
    title = _("Lock told")
    sentence = _("{email} was told by mail that the account is locked.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    link: str
