"""Choosing a new password by a mailed link."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.credentials import queries as links
from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.errors import LinkNotFound
from keyhouse.domain.recovery import actions
from keyhouse.foundation import addresses, secrets
from keyhouse.foundation.errors import BrokenRule, NotAllowed
from keyhouse.tools.front_door import drafts, walk
from keyhouse.ui import Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


class Email(ui.Form):
    """Whose password it is."""

    email = ui.EmailField(label=gettext_lazy("Email"), autocomplete="username")


class Password(ui.Form):
    """The new password."""

    password = ui.PasswordField(
        label=gettext_lazy("New password"),
        new=True,
    )


def ask(request: Request) -> Response:
    """Ask for the email and answer the same whoever it belongs to."""
    form = Email(request.POST or None, initial={"email": request.GET.get("email", "")})
    if form.is_valid():
        with form.explaining_refusals():
            address = addresses.address(form.cleaned_data["email"])
            actions.send_password_reset(by=visitor_of(request), address=address)
            return ui.render(request, "reset/sent", email=address.typed)
    return ui.render(request, "reset/ask", form=form)


def open_link(request: Request, secret: str) -> Response:
    """Say what the link does; the button takes it along to the form, whose address holds no secret."""
    handle = secrets.hash_of(secret)
    if reason := _why_over(handle):
        return ui.render(request, "reset/over", status=410, reason=reason)
    if request.method != "POST":
        return ui.render(request, "reset/opened", email=links.reset_link_of_hash(handle).person.email)
    response = see_other(reverse("front_door:reset_password"))
    drafts.keep(response, drafts.RESET, handle=handle)
    return response


def choose(request: Request) -> Response:
    """Have the new password chosen, and end every session."""
    handle = drafts.read(request, drafts.RESET).get("handle", "")
    if reason := _why_over(handle):
        return ui.render(request, "reset/over", status=410, reason=reason)
    form, person = Password(request.POST or None), links.reset_link_of_hash(handle).person
    policy = walk.asking(form, person.organization_id)
    if form.is_valid():
        with form.explaining_refusals():
            password = rules.new_password(form.cleaned_data["password"], about=rules.about(person), policy=policy)
            try:
                actions.reset_password(by=visitor_of(request, link=handle), handle_hash=handle, password=password)
            except NotAllowed as refused:
                return ui.render(request, "reset/over", status=410, reason=refused)
            response = ui.done(request, "front_door:sign_in", said=_("Your password is changed. Sign in with it."))
            drafts.drop(response, drafts.RESET)
            return response
    return ui.render(request, "reset/choose", form=form, email=person.email)


def _why_over(handle: str) -> BrokenRule | None:
    try:
        return links.why_not_good(links.reset_link_of_hash(handle))
    except LinkNotFound as reason:
        return reason
