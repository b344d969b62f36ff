"""What can be done with external relationships."""

from keyhouse.domain.relationships.actions.accept_relationship import accept_relationship
from keyhouse.domain.relationships.actions.add_guests import add_guests
from keyhouse.domain.relationships.actions.approve_guest import approve_guest
from keyhouse.domain.relationships.actions.cancel_relationship_offer import cancel_relationship_offer
from keyhouse.domain.relationships.actions.change_guest_access import change_guest_access
from keyhouse.domain.relationships.actions.change_relationship import change_relationship
from keyhouse.domain.relationships.actions.decline_guest import decline_guest
from keyhouse.domain.relationships.actions.decline_relationship import decline_relationship
from keyhouse.domain.relationships.actions.end_relationship import end_relationship
from keyhouse.domain.relationships.actions.invite_organization import invite_organization
from keyhouse.domain.relationships.actions.make_relationship_id import make_relationship_id
from keyhouse.domain.relationships.actions.remove_guest import remove_guest
from keyhouse.domain.relationships.actions.set_guest_access import set_guest_access
from keyhouse.domain.relationships.actions.switch_organization import switch_organization
from keyhouse.domain.relationships.actions.use_relationship_id import use_relationship_id

__all__ = [
    "accept_relationship",
    "add_guests",
    "approve_guest",
    "cancel_relationship_offer",
    "change_guest_access",
    "change_relationship",
    "decline_guest",
    "decline_relationship",
    "end_relationship",
    "invite_organization",
    "make_relationship_id",
    "remove_guest",
    "set_guest_access",
    "switch_organization",
    "use_relationship_id",
]
