"""What can have happened to external relationships; what concerns two organizations is written to both logs."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class RelationshipIdMade(Event):
    """A relationship ID was made."""

    tag = "relationship.id.created"
    title = _("Relationship offered")
    sentence = _("{actor} made a relationship ID.")
    hosting: bool


@dataclass(frozen=True, kw_only=True)
class OrganizationInvited(Event):
    """An organization was invited by an administrator's address."""

    tag = "relationship.invitation.sent"
    title = _("Relationship offered")
    sentence = _("{actor} invited the organization of {email} to a relationship.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    hosting: bool


@dataclass(frozen=True, kw_only=True)
class RelationshipIdUsed(Event):
    """A relationship ID was entered by the other organization."""

    tag = "relationship.id.entered"
    title = _("Relationship offered")
    sentence = _("{actor} entered a relationship ID of {organization}.")
    organization: str


@dataclass(frozen=True, kw_only=True)
class RelationshipCreated(Event):
    """Two organizations are in a relationship."""

    tag = "relationship.agreement.created"
    title = _("Relationship created")
    sentence = _("{host} now hosts people of {guest}, until {until}.")
    outgoing = True
    host: str
    guest: str
    until: str


@dataclass(frozen=True, kw_only=True)
class RelationshipDeclined(Event):
    """An offer of a relationship was declined."""

    tag = "relationship.invitation.declined"
    title = _("Relationship declined")
    sentence = _("{actor} declined a relationship with {organization}.")
    outgoing = True
    organization: str


@dataclass(frozen=True, kw_only=True)
class RelationshipOfferCanceled(Event):
    """An offer of a relationship was taken back."""

    tag = "relationship.invitation.withdrawn"
    title = _("Relationship declined")
    sentence = _("{actor} canceled an offer of a relationship.")


@dataclass(frozen=True, kw_only=True)
class RelationshipEdited(Event):
    """The host changed what its guests may hold, until when, and how they come in."""

    tag = "relationship.settings.edited"
    title = _("Relationship edited")
    sentence = _("The settings for people of {guest} at {host} were changed: {changed}.")
    host: str
    guest: str
    changed: str
    before: dict[str, object]
    after: dict[str, object]


@dataclass(frozen=True, kw_only=True)
class RelationshipEnded(Event):
    """A relationship ended, and with it all that its guests held."""

    tag = "relationship.agreement.ended"
    title = _("Relationship ended")
    sentence = _("{host} no longer hosts people of {guest}; places that ended: {people}.")
    outgoing = True
    host: str
    guest: str
    people: int
    lost: list[str]


@dataclass(frozen=True, kw_only=True)
class GuestsAsked(Event):
    """A person of the guest organization was added and waits for the host."""

    tag = "relationship.guest.requested"
    title = _("Guest requested")
    sentence = _("{email} of {guest} was added as a guest of {host} and waits for approval.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    host: str
    guest: str


@dataclass(frozen=True, kw_only=True)
class GuestApproved(Event):
    """The host let a guest in."""

    tag = "relationship.guest.approved"
    title = _("Guest approved")
    sentence = _("{email} of {guest} is a guest of {host} now.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    host: str
    guest: str


@dataclass(frozen=True, kw_only=True)
class GuestDeclined(Event):
    """The host let a guest not in."""

    tag = "relationship.guest.declined"
    title = _("Guest declined")
    sentence = _("{host} declined {email} of {guest}.")
    personal = frozenset({"email"})
    email: str
    host: str
    guest: str


@dataclass(frozen=True, kw_only=True)
class GuestRemoved(Event):
    """A guest's place ended, and with it all that she held there."""

    tag = "relationship.guest.removed"
    title = _("Guest removed")
    sentence = _("{email} of {guest} is no guest of {host} any more.")
    personal = frozenset({"email"})
    email: str
    host: str
    guest: str
    lost: list[str]


@dataclass(frozen=True, kw_only=True)
class GuestAccessChanged(Event):
    """What a guest holds in the host organization changed."""

    tag = "relationship.guest.access.changed"
    title = _("Guest access changed")
    sentence = _("{actor} changed what {email} of {guest} holds here: {held}.")
    personal = frozenset({"email"})
    email: str
    guest: str
    held: str


@dataclass(frozen=True, kw_only=True)
class OrganizationEntered(Event):
    """A guest switched to the host organization."""

    tag = "relationship.host.entered"
    title = _("Organization switched")
    sentence = _("{email} of {guest} switched to {host}.")
    personal = frozenset({"email"})
    email: str
    host: str
    guest: str


@dataclass(frozen=True, kw_only=True)
class OrganizationLeft(Event):
    """A guest switched back to her own organization."""

    tag = "relationship.host.left"
    title = _("Organization switched")
    sentence = _("{email} of {guest} went back from {host}.")
    personal = frozenset({"email"})
    email: str
    host: str
    guest: str
