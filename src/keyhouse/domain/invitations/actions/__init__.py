"""What can be done about invitations."""

from keyhouse.domain.invitations.actions.approve_invitation import approve_invitation
from keyhouse.domain.invitations.actions.cancel_invitation import cancel_invitation
from keyhouse.domain.invitations.actions.change_invitation import change_invitation
from keyhouse.domain.invitations.actions.close_invitation import close_invitation
from keyhouse.domain.invitations.actions.copy_invitation_link import copy_invitation_link
from keyhouse.domain.invitations.actions.decline_invitation import decline_invitation
from keyhouse.domain.invitations.actions.end_invitations import end_invitations
from keyhouse.domain.invitations.actions.expire_invitation import expire_invitation
from keyhouse.domain.invitations.actions.hold_invitation import hold_invitation
from keyhouse.domain.invitations.actions.invite_person import invite_person
from keyhouse.domain.invitations.actions.release_invitation import release_invitation
from keyhouse.domain.invitations.actions.resend_invitation import resend_invitation
from keyhouse.domain.invitations.actions.review_invitation import review_invitation

__all__ = [
    "approve_invitation",
    "cancel_invitation",
    "change_invitation",
    "close_invitation",
    "copy_invitation_link",
    "decline_invitation",
    "end_invitations",
    "expire_invitation",
    "hold_invitation",
    "invite_person",
    "release_invitation",
    "resend_invitation",
    "review_invitation",
]
