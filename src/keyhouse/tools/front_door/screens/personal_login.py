"""Making a personal login on the way into a portfolio."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.activation import actions, rules
from keyhouse.domain.credentials import rules as credentials
from keyhouse.domain.invitations import queries
from keyhouse.domain.invitations.errors import NoSuchInvitation
from keyhouse.foundation.errors import Refused
from keyhouse.tools.front_door import drafts, walk
from keyhouse.ui import Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of


class Login(ui.Form):
    """A name, a password and the day of birth, which is only checked."""

    name = ui.TextField(label=_("Your name"), autocomplete="name", max_length=100)
    password = ui.PasswordField(
        label=_("Password"),
        new=True,
        help_text=_("8 or more characters with both cases, a digit and a special character, or 14 of any kind."),
    )
    born = ui.DateField(label=_("Date of birth"), help_text=_("Checked once for your age, and not stored."))


def index(request: Request) -> Response:
    """Have a personal login made for the invited address, and accept the invitation with it."""
    handle = drafts.read(request, drafts.INVITATION).get("handle", "")
    try:
        invitation = queries.by_hash(handle)
    except NoSuchInvitation:
        return walk.start_again(str(_("This took too long. Open the link in your mail once more.")))
    form = Login(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            typed, name = form.cleaned_data["password"], form.cleaned_data["name"]
            password = credentials.new_password(typed, about=[name, invitation.email])
            born: dt.date = form.cleaned_data["born"]
            done = actions.make_personal_login(
                by=visitor_of(request, link=handle),
                invitation=invitation,
                name=name,
                chosen=rules.Chosen(password=password, born=born),
            )
            response = see_other("/" if isinstance(done.refused, Refused) else _portfolio(invitation.portfolio_id))
            walk.signed_in(request, response, done.session, done.until)
            drafts.drop(response, drafts.INVITATION)
            if isinstance(done.refused, Refused):
                ui.say(response, str(done.refused.rule), tone="attention")
            return response
    return ui.render(request, "invitations/login", form=form, invitation=invitation)


def _portfolio(identifier: int) -> str:
    return f"/business-manager/{identifier}/"
