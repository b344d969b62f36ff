"""Setting up an empty installation: organization, first System admin, first domain."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.organizations import queries as organizations
from keyhouse.foundation import secrets
from keyhouse.foundation.errors import BrokenRule
from keyhouse.tools.front_door import drafts
from keyhouse.ui import Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


class SetUp(ui.Form):
    """What an installation begins with."""

    organization = ui.TextField(label=_("Organization"), help_text=_("The name of your company."))
    given_name = ui.TextField(label=_("Your first name"), max_length=100, autocomplete="given-name")
    family_name = ui.TextField(label=_("Your last name"), max_length=100, autocomplete="family-name")
    email = ui.EmailField(
        label=_("Your email"), autocomplete="email", help_text=_("You become the first System admin.")
    )
    domain = ui.DomainField(
        label=_("Email domain"),
        help_text=_("The part after the @ of your company's addresses. You verify it afterwards."),
    )


def index(request: Request, secret: str) -> Response:
    """Ask for the three beginnings at once, and go on to the activation of the first administrator."""
    try:
        organizations.set_up_link(secret)
    except BrokenRule as reason:
        return ui.render(request, "set_up/over", status=410, reason=reason)
    form = SetUp(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            by = visitor_of(request, link=secrets.hash_of(secret))
            made = actions.set_up_installation(by=by, **form.cleaned_data)
            response = see_other(reverse("front_door:activation_changes"))
            drafts.keep(response, drafts.ACTIVATION, handle=secrets.hash_of(made.activation_link))
            return response
    return ui.render(request, "set_up/form", form=form)
