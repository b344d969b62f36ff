"""What an administrator does about a person's way in: method, password, second factor, sessions."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import SignInMethod
from keyhouse.domain.profiles import actions
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation import addresses
from keyhouse.tools.admin_center.screens.people.filters import METHODS
from keyhouse.tools.admin_center.screens.people.state import dialog_of, said_on_page


class Method(ui.Form):
    """How a person signs in."""

    method = ui.EnumField(label=gettext_lazy("Sign-in method"), of=SignInMethod, labels=METHODS)


def method(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Change sign-in method."""
    found = queries.person(request.actor, person)
    form = Method(request.POST or None, initial={"method": found.sign_in_method})

    def deed() -> str:
        actions.choose_sign_in_method(by=request.actor, person=found, method=form.cleaned_data["method"])
        return _("The sign-in method of {name} was saved.")

    return dialog_of(request, "people/method", found, form, deed)


def sign_out(request: ui.Request, person: ui.Id) -> ui.Response:
    """Force sign-out: end every session."""
    found = queries.person(request.actor, person)
    ended = sign_in.end_sessions(by=request.actor, person=found)
    return said_on_page(request, found, _("{number} sessions of {name} ended.").replace("{number}", str(ended)))


def send_password_reset(request: ui.Request, person: ui.Id) -> ui.Response:
    """Send password reset: a mail with a link, where a password may be used at all."""
    found = queries.person(request.actor, person)
    recovery.send_password_reset(by=request.actor, address=addresses.address(found.email))
    return said_on_page(request, found, _("If {name} may use a password, a mail is on its way to {email}."))


def reset_two_factor(request: ui.Request, person: ui.Id) -> ui.Response:
    """Reset two-factor authentication: she sets it up anew at her next sign-in."""
    found = queries.person(request.actor, person)
    credentials.reset_second_factor(by=request.actor, person=found)
    return said_on_page(request, found, _("{name} sets up a new second factor at the next sign-in."))
