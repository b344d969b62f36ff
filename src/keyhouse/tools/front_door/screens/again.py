"""Signing in again before something dangerous: by password and code or by single sign-on, and back to it."""

from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.credentials import queries as proofs
from keyhouse.domain.credentials.errors import WrongPassword
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.recovery import actions, queries
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Strength
from keyhouse.tools.front_door import walk
from keyhouse.ui import Request, Response, kept_forms
from keyhouse.ui.requests import local_path
from keyhouse.ui.responses import see_other


class Password(ui.Form):
    """What is asked of who has no second factor."""

    password = walk.first(ui.PasswordField(label=gettext_lazy("Password")))


class PasswordAndCode(Password):
    """What is asked of who has one; a recovery code stands in for it."""

    code = ui.TextField(
        label=gettext_lazy("Security code"),
        max_length=60,
        autocomplete="one-time-code",
        help_text=gettext_lazy("Six digits from your authenticator app, or a recovery code."),
    )


def index(request: Request) -> Response:
    """Ask again for what the sign-in took, or lead to the identity provider that asks."""
    by, next = request.actor, local_path(request.POST.get("next") or request.GET.get("next"))
    person = people.person(by.home_organization_id, by.person_id)
    connection = queries.connection_to_prove_at(person, by.session_id)
    has_app = proofs.has_second_factor(person)
    minutes = organizations.fresh_within(by.organization_id).total_seconds() // 60
    context: dict[str, Any] = {"connection": connection, "next": next, "minutes": int(minutes), "email": person.email}
    if connection is not None:
        address = f"/saml/{connection.id}/again?" + urlencode({"next": next})
        return ui.render(request, "again/sign_on", address=address, **context)
    if by.strength > (Strength.TWO_FACTORS if has_app else Strength.PASSWORD) or not proofs.has_password(person):
        return ui.render(request, "again/not_here", **context)
    form = (PasswordAndCode if has_app else Password)(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            proof = proofs.proof_of_password(person, form.cleaned_data["password"])
            code = "".join(str(form.cleaned_data.get("code", "")).split())
            done = actions.prove_again(by=by, person=person, proof=proof, code=code)
            if not isinstance(done, Refused):
                response = see_other(next)
                walk.signed_in(request, response, done.secret, done.until)
                return response
            if isinstance(done.rule, WrongPassword):
                form.add_error("password", _("This is not your password."))
            else:
                form.refuse(done.rule)
    return ui.render(request, "again/password", form=form, **context)


def go_on(request: Request) -> Response:
    """Offer the form that was kept, so that one press does what was meant; without one, go to the first page."""
    kept = kept_forms.kept_form(request)
    if kept is None:
        response = ui.done(request, "front_door:start", said=_("You're signed in again. Open the page once more."))
    else:
        response = ui.render(request, "again/go_on", kept=kept)
    kept_forms.forget(response)
    return response
