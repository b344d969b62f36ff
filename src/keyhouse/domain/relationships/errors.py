"""The rules about external relationships that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotAllowed, NotFound


class NoSuchRelationship(NotFound):
    """There is no such relationship, for the one who asks."""

    code = "no_such_relationship"
    message = _("This relationship doesn't exist, or you can't see it.")


class NoSuchGuest(NotFound):
    """There is no such guest, for the one who asks."""

    code = "no_such_guest"
    message = _("This guest doesn't exist, or you can't see it.")


class NoSuchOffer(NotFound):
    """There is no such invitation to a relationship, for the one who asks."""

    code = "no_such_relationship_invitation"
    message = _("This invitation doesn't exist, or you can't see it.")


class WrongRelationshipId(Invalid):
    """The relationship ID is wrong, was used, or is too old."""

    code = "wrong_relationship_id"
    message = _("This relationship ID isn't right, was used already, or is older than 7 days.")
    step = _("Ask the other organization for a new one.")
    field = "code"


class OwnOrganization(Invalid):
    """An organization has no relationship with itself."""

    code = "relationship_with_own_organization"
    message = _("This is your own organization. A relationship needs another one.")


class RelatedAlready(Conflict):
    """There is such a relationship already."""

    code = "related_already"
    message = _("{host} already hosts people of {guest}.")


class OfferOver(Conflict):
    """The invitation was answered, canceled, or is too old."""

    code = "relationship_invitation_over"
    message = _("This invitation was answered, canceled, or is too old.")
    step = _("Ask the other organization to invite you again.")


class RelationshipOver(Conflict):
    """The relationship has ended."""

    code = "relationship_over"
    message = _("The relationship between {host} and {guest} has ended.")


class EndOutOfRange(Invalid):
    """The end is in the past, or too far away."""

    code = "relationship_end_out_of_range"
    message = _("Choose an end between tomorrow and {days} days from now.")
    field = "until"


class CannotBeGuest(Invalid):
    """An account that isn't active can't act anywhere."""

    code = "cannot_be_guest"
    message = _("{name} can't be added: the account is {state}.")


class GuestAlready(Conflict):
    """The person was asked for already, or is in the relationship."""

    code = "guest_already"
    message = _("{name} was added to this relationship already.")


class NotWaiting(Conflict):
    """The request was answered before."""

    code = "member_request_over"
    message = _("The request for {name} was answered already.")


class NotAGuest(Conflict):
    """The person isn't in the relationship."""

    code = "not_a_guest"
    message = _("{name} isn't a guest of this relationship.")


class HoldingNotOffered(Invalid):
    """The host's settings keep this from its guests."""

    code = "holding_not_offered"
    message = _("Guests of this relationship may not hold this: {holding}.")
    step = _("Allow it in the settings of the relationship first.")


class GuestNeedsVerifiedDomain(Invalid):
    """An administrator's address must be on a domain that her own organization has verified or trusts."""

    code = "guest_needs_verified_domain"
    message = _("{email} can't hold an admin role: {domain} is neither verified nor trusted by {organization}.")


class NoPlaceThere(NotAllowed):
    """Nobody enters an organization without a live place in it."""

    code = "no_place_there"
    message = _("You have no place in this organization any more.")
    step = _("Ask its administrators, or your own.")


class StrongerSignInForHost(NotAllowed):
    """The host lets in only who signed in with a second factor or by single sign-on."""

    code = "stronger_sign_in_for_host"
    message = _("{host} lets in only people who signed in with a second factor or by single sign-on.")
    step = _("Set up an authenticator app under My account, and sign in again.")


class HoldingInUse(Conflict):
    """What guests hold now can't be forbidden."""

    code = "holding_in_use"
    message = _("Guests of this relationship hold this now: {holding}.")
    step = _("Take it from them first.")
    field = "may_hold"


class TooManyOffers(Conflict):
    """An organization may invite so many others in a day."""

    code = "too_many_relationship_invitations"
    message = _("{count} organizations were invited within a day. Go on tomorrow, or use a relationship ID.")
