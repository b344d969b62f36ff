"""Rules about invitations that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class CannotBeInvited(Invalid):
    """Only some addresses can be invited; the reason names the rule and what mends it."""

    code = "cannot_be_invited"
    message = _("{email} couldn't be added: {reason}")
    field = "emails"


class NoSuchInvitation(NotFound):
    """The invitation or its link does not exist, for you."""

    code = "no_such_invitation"
    message = _("This invitation doesn't exist, or you can't see it.")


class InvitationOver(Conflict):
    """An invitation is accepted once, while it waits, and before it expires."""

    code = "invitation_over"
    message = _("This invitation to {portfolio} can't be used any more: it is {state}.")
    step = _("Ask for a new one.")


class InvitationInReview(Conflict):
    """An invitation whose inviter or domain isn't good any more waits for another person with full control."""

    code = "invitation_in_review"
    message = _("This invitation to {portfolio} waits for a person with full control, because {reason}.")
    step = _("You'll get a mail when it is approved.")


class NotTheInvited(Invalid):
    """An invitation is for the address it was sent to."""

    code = "not_the_invited"
    message = _("This invitation is for {email}.")
    step = _("Use another account.")


class TooManyMails(Invalid):
    """An invitation is mailed at most five times a day."""

    code = "too_many_invitation_mails"
    message = _("This invitation was mailed five times today.")
    step = _("Copy the link instead, or try again tomorrow.")


class InvitationDays(Invalid):
    """An invitation lives from 1 to 90 days."""

    code = "invitation_days"
    message = _("An invitation expires in 1 to 90 days.")
    field = "days"


class OwnInvitation(Invalid):
    """Nobody approves her own invitation."""

    code = "own_invitation"
    message = _("Another person with full control must approve this invitation.")
