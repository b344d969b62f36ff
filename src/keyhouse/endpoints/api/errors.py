"""Rules of the API itself."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Invalid


class NoSuchPlace(Invalid):
    """A cursor that this list did not give."""

    code = "no_such_place"
    message = _("This cursor belongs to no page of this list.")
    step = _("Begin the list again, without after.")
