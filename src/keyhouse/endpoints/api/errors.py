"""Rules of the API itself."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Invalid, NotFound


class NoSuchPlace(Invalid):
    """A cursor that this list did not give."""

    code = "no_such_place"
    message = _("This cursor belongs to no page of this list.")
    step = _("Begin the list again, without after.")


class UnknownProvider(Invalid):
    """A kind of identity provider that we do not know."""

    code = "unknown_provider"
    message = _("{provider} is no kind of identity provider.")
    step = _("Use one of {known}.")


class UnfitIdentityProvider(Invalid):
    """The values of an identity provider can't be used."""

    code = "unfit_identity_provider"
    message = _("The identity provider's values can't be used. {faults}")


class NothingHeld(NotFound):
    """No invitation of this id waits for the domain."""

    code = "nothing_held"
    message = _("No such invitation waits for this domain.")
