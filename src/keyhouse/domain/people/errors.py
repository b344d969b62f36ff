"""The rules about people that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchPerson(NotFound):
    """There is no such person, for the one who asks."""

    code = "no_such_person"
    message = _("This person doesn't exist, or you can't see her account.")


class AddressTaken(Conflict):
    """The address is used in this organization."""

    code = "address_taken"
    message = _("{email} is already used in this organization (id {id}).")


class AddressElsewhere(Conflict):
    """The address is held by an account of another organization."""

    code = "address_elsewhere"
    message = _("This address already has a work account in another organization.")


class ExternalIdTaken(Conflict):
    """The connection already calls another person so."""

    code = "external_id_taken"
    message = _("externalId {value} is already used by another person of this connection (id {id}).")


class TooLong(Invalid):
    """A text doesn't fit its field."""

    code = "profile_text_too_long"
    message = _("The {field} is longer than {longest} characters.")


class WrongState(Conflict):
    """The account's state doesn't allow this."""

    code = "wrong_state"
    message = _("The account of {name} is {state}: this isn't possible now.")
