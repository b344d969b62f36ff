"""The deeds that can be done to many people: which are offered, what each means, and what each needs besides."""

from typing import Any

from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.bulk_changes.rules import Deed, Fate
from keyhouse.domain.people.rules import SignInMethod

OFFERED = (
    Deed.DEACTIVATE,
    Deed.REACTIVATE,
    Deed.DELETE,
    Deed.ADD_TO_GROUP,
    Deed.SET_METHOD,
    Deed.INVITE,
    Deed.SIGN_OUT,
    Deed.RESET_PASSWORD,
    Deed.GIVE_PRODUCT,
    Deed.SUSPEND,
)
MEANINGS: dict[Deed, Any] = {
    Deed.INVITE: gettext_lazy("Each gets a new activation mail; the links before it stop working."),
    Deed.SIGN_OUT: gettext_lazy("Every session ends. They can sign in again."),
    Deed.REACTIVATE: gettext_lazy("Access returns as far as it is still allowed; admin roles and full control wait."),
    Deed.DEACTIVATE: gettext_lazy("From this moment they can do nothing in any tool. You can undo it for 7 days."),
    Deed.SUSPEND: gettext_lazy("Every session ends and nobody can sign in until you lift it. Nothing is removed."),
    Deed.DELETE: gettext_lazy("The accounts are erased, with everything they had. This can't be undone."),
    Deed.SET_METHOD: gettext_lazy("They sign in so from the next time on."),
    Deed.ADD_TO_GROUP: gettext_lazy("They get what the group gives."),
    Deed.GIVE_PRODUCT: gettext_lazy("They may use the product from now on."),
    Deed.RESET_PASSWORD: gettext_lazy("Passwords and sessions end; each gets a mail with a link to a new password."),
}
METHODS = {
    SignInMethod.SSO: gettext_lazy("Single sign-on preferred"),
    SignInMethod.PASSWORD: gettext_lazy("Password only"),
}
FATES = (
    (Fate.WILL, gettext_lazy("Will be changed")),
    (Fate.NOTHING, gettext_lazy("Nothing to do")),
    (Fate.CANNOT, gettext_lazy("Can't be changed")),
)


class Needed(ui.Form):
    """What a deed needs besides the people."""

    reason = ui.TextField(label=gettext_lazy("Reason"), max_length=200)
    method = ui.EnumField(label=gettext_lazy("Sign-in method"), of=SignInMethod, labels=METHODS)
    group_id = ui.ChoiceField(label=gettext_lazy("Group"), as_list=True)
    product_id = ui.ChoiceField(label=gettext_lazy("Product"), as_list=True)


NEEDED = {
    Deed.SUSPEND: "reason",
    Deed.SET_METHOD: "method",
    Deed.ADD_TO_GROUP: "group_id",
    Deed.GIVE_PRODUCT: "product_id",
}


class Typed(ui.Form):
    """The number of people, where so many are meant that it is typed."""

    typed = ui.NumberField(label=gettext_lazy("Number of people"), required=False)
