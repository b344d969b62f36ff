"""The rules about approvals that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound


class NoSuchApproval(NotFound):
    """There is no such request, for this actor."""

    code = "no_such_approval"
    message = _("This request doesn't exist, or you can't see it.")


class UnknownDeed(Invalid):
    """A deed that nobody can approve, or arguments by which it can't be done."""

    code = "unknown_deed"
    message = _("This can't be asked for: {deed}.")


class ApprovalNotNeeded(Conflict):
    """What needs no second administrator is done at once."""

    code = "approval_not_needed"
    message = _("This needs no approval: {deed}.")
    step = _("Do it at once.")


class AskedAlready(Conflict):
    """The same deed waits already."""

    code = "approval_asked_already"
    message = _("{name} already asked for this.")
    step = _("Open Approvals to see it.")


class OwnRequest(NotAllowed):
    """Nobody approves what she asked for herself, or what gives something to herself."""

    code = "own_request"
    message = _("You asked for this, or it is about you: another administrator decides.")


class OnlyPeopleDecide(NotAllowed):
    """A token of an integration approves nothing."""

    code = "only_people_decide"
    message = _("Only a person decides about a request.")


class ApprovalClosed(Conflict):
    """Somebody was first, or the time has passed."""

    code = "approval_closed"
    message = _("This request is closed: {state}.")


class DeclineNeedsReason(Invalid):
    """Who asked is told why."""

    code = "decline_needs_reason"
    message = _("Say why you decline.")
    field = "reason"


class AskerGone(Conflict):
    """What was asked for is done in the name of who asked."""

    code = "asker_gone"
    message = _("{name}, who asked for this, can't act any more.")


class SecondAdminMissing(Conflict):
    """Some deeds are never done by one administrator alone."""

    code = "second_admin_missing"
    message = _("Nobody else may approve this, and one administrator alone can't do it.")
    step = _("Give another person the role System admin first.")
