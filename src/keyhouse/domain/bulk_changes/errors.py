"""The rules of changes of many people that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid


class NobodyChosen(Invalid):
    """A change of many people needs people."""

    code = "nobody_chosen"
    message = _("Choose people first.")


class NumberNotTyped(Invalid):
    """So many people are chosen that their number is typed."""

    code = "number_not_typed"
    message = _("Type {number} to confirm that so many people are meant.")
    field = "typed"


class NotYourself(Conflict):
    """Nobody ends her own account in a selection."""

    code = "not_yourself"
    message = _("This is your own account: ask another administrator.")


class DetailMissing(Invalid):
    """The deed needs something besides the people."""

    code = "detail_missing"
    message = _("Say which {detail}.")


class NothingToUndo(Conflict):
    """The change can't be taken back as a whole."""

    code = "nothing_to_undo"
    message = _("This can't be undone: {reason}.")
