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
