"""The rules about profiles that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict


class FieldIsManaged(Conflict):
    """The identity provider alone writes this field."""

    code = "field_is_managed"
    message = _("{field} comes from the identity provider. Change it there.")


class DetailsAreOwners(Conflict):
    """On an unverified domain administrators don't edit names and phone."""

    code = "details_are_owners"
    message = _("{domain} isn't verified, so only the account's owner may change name and phone.")
    step = _("Verify the domain first.")
