"""My account: how I sign in, with password, authenticator app and recovery codes."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as proofs
from keyhouse.domain.credentials import rules
from keyhouse.domain.people import queries as people
from keyhouse.domain.recovery import actions
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.errors import Refused
from keyhouse.tools.front_door import drafts, walk
from keyhouse.ui import Request, Response


class Password(ui.Form):
    """The present password and a new one."""

    present = ui.PasswordField(label=gettext_lazy("Present password"))
    password = ui.PasswordField(
        label=gettext_lazy("New password"),
        new=True,
    )


class Code(ui.Form):
    """The first code of an app."""

    code = ui.CodeField(label=gettext_lazy("Security code"))


def index(request: Request) -> Response:
    """How the signed-in person proves who she is."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    context: dict[str, Any] = {
        "connection": sign_in.enforced_connection(person),
        "password_changed_at": proofs.password_changed_at(person),
        "has_app": proofs.has_second_factor(person),
        "must_have_app": sign_in.must_have_second_factor(person),
        "grace_until": sign_in.second_factor_grace(person),
        "codes_left": proofs.recovery_codes_left(person),
    }
    return ui.render(request, "account/methods", person=person, **context)


def password(request: Request) -> Response:
    """Change the password, and sign out every other browser."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    form = Password(request.POST or None)
    policy = walk.asking(form, person.organization_id)
    if form.is_valid():
        with form.explaining_refusals():
            new = rules.new_password(form.cleaned_data["password"], about=rules.about(person), policy=policy)
            proof = proofs.proof_of_password(person, form.cleaned_data["present"])
            done = actions.change_password(by=request.actor, person=person, proof=proof, password=new)
            if not isinstance(done, Refused):
                said = _("Your password is changed. Other browsers are signed out.")
                response = ui.done(request, "front_door:methods", said=said)
                walk.signed_in(request, response, done.secret, done.until)
                return response
            form.add_error("present", _("This is not your present password."))
    return ui.render(request, "account/password", form=form, person=person)


def authenticator(request: Request) -> Response:
    """Set up an authenticator app, or another one in its place."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    form, draft = Code(request.POST or None), drafts.read(request, drafts.ACCOUNT)
    if draft.get("person") != str(person.id) or not draft.get("app"):
        codes = " ".join(rules.new_recovery_codes())
        draft = {"person": str(person.id), "app": rules.new_authenticator_secret(), "codes": codes}
    if form.is_valid():
        with form.explaining_refusals():
            done = actions.turn_on_second_factor(
                by=request.actor,
                person=person,
                secret=draft["app"],
                code=form.cleaned_data["code"],
                recovery_codes=draft["codes"].split(),
            )
            response = ui.done(request, "front_door:method_codes")
            walk.signed_in(request, response, done.secret, done.until)
            drafts.keep(response, drafts.ACCOUNT, person=str(person.id), codes=draft["codes"])
            return response
    picture = walk.picture_of(draft["app"], person.email)
    response = ui.render(request, "account/authenticator", form=form, secret=draft["app"], picture=picture)
    drafts.keep(response, drafts.ACCOUNT, **draft)
    return response


def recovery_codes(request: Request) -> Response:
    """Make new recovery codes when asked, and show them while this browser carries them."""
    person = people.person(request.actor.home_organization_id, request.actor.person_id)
    if request.method == "POST":
        made = credentials.make_recovery_codes(by=request.actor, person=person)
        response = ui.done(request, "front_door:method_codes")
        drafts.keep(response, drafts.ACCOUNT, person=str(person.id), codes=" ".join(made))
        return response
    draft = drafts.read(request, drafts.ACCOUNT)
    codes = draft.get("codes", "").split() if draft.get("person") == str(person.id) and not draft.get("app") else []
    return ui.render(request, "account/recovery_codes", codes=codes, left=proofs.recovery_codes_left(person))
