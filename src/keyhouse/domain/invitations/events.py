"""What can have happened to invitations."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class InvitationsEnded(Event):
    """The invitations to a person who left were canceled, and those she sent went to review."""

    tag = "person.invitations.canceled"
    title = _("Invitation canceled")
    sentence = _("{canceled} invitations to {email} were canceled and {reviewed} sent by the same person need review.")
    personal = frozenset({"email"})
    email: str
    canceled: int
    reviewed: int


@dataclass(frozen=True, kw_only=True)
class PersonInvited(Event):
    """A person was invited to a portfolio."""

    tag = "portfolio.person.invited"
    title = _("Person invited")
    sentence = _("{actor} invited {email} to {portfolio} with {access}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    portfolio: str
    access: str


@dataclass(frozen=True, kw_only=True)
class InvitationHeld(Event):
    """An address waits for its domain to be verified."""

    tag = "portfolio.invitation.held"
    title = _("Invitation held")
    sentence = _("{actor} keeps {email} for {portfolio} until {domain} is verified.")
    personal = frozenset({"email"})
    email: str
    portfolio: str
    domain: str


@dataclass(frozen=True, kw_only=True)
class InvitationReleased(Event):
    """A held invitation is sent, because its domain is verified now."""

    tag = "portfolio.invitation.sent"
    title = _("Held invitation sent")
    sentence = _("The held invitation of {email} to {portfolio} was sent.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationResent(Event):
    """An invitation was sent again with a new link."""

    tag = "portfolio.invitation.resent"
    title = _("Invitation resent")
    sentence = _("{actor} sent the invitation of {email} to {portfolio} again; the old link is dead.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationLinkMade(Event):
    """A link of an invitation was copied instead of mailed."""

    tag = "portfolio.invitation.link.made"
    title = _("Invitation link copied")
    sentence = _("{actor} copied a new link for the invitation of {email} to {portfolio}; the old link is dead.")
    personal = frozenset({"email"})
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationChanged(Event):
    """The access that an invitation offers was changed."""

    tag = "portfolio.invitation.changed"
    title = _("Invitation changed")
    sentence = _("{actor} changed the invitation of {email} to {portfolio}: {access}.")
    personal = frozenset({"email"})
    email: str
    portfolio: str
    access: str


@dataclass(frozen=True, kw_only=True)
class InvitationCanceled(Event):
    """An invitation was canceled."""

    tag = "portfolio.invitation.canceled"
    title = _("Invitation canceled")
    sentence = _("{actor} canceled the invitation of {email} to {portfolio}.")
    personal = frozenset({"email"})
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationApproved(Event):
    """An invitation in review was approved."""

    tag = "portfolio.invitation.approved"
    title = _("Invitation approved")
    sentence = _("{actor} approved the invitation of {email} to {portfolio}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationReviewed(Event):
    """An invitation was put in review when somebody wanted to accept it."""

    tag = "portfolio.invitation.review.opened"
    title = _("Invitation in review")
    sentence = _("The invitation of {email} to {portfolio} waits for approval, because {reason}.")
    personal = frozenset({"email"})
    email: str
    portfolio: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class InvitationAccepted(Event):
    """An invitation was accepted."""

    tag = "portfolio.invitation.accepted"
    title = _("Invitation accepted")
    sentence = _("{email} accepted the invitation to {portfolio}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationDeclined(Event):
    """An invitation was declined."""

    tag = "portfolio.invitation.declined"
    title = _("Invitation declined")
    sentence = _("{email} declined the invitation to {portfolio}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    portfolio: str


@dataclass(frozen=True, kw_only=True)
class InvitationExpired(Event):
    """An invitation expired."""

    tag = "portfolio.invitation.expired"
    title = _("Invitation expired")
    sentence = _("The invitation of {email} to {portfolio} expired.")
    personal = frozenset({"email"})
    email: str
    portfolio: str
