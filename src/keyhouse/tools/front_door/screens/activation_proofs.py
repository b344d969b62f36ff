"""Activating a work account: password, authenticator app, recovery codes."""

import datetime as dt
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from keyhouse import ui
from keyhouse.domain.activation import actions, queries, rules
from keyhouse.domain.credentials import rules as credentials
from keyhouse.foundation.errors import Refused
from keyhouse.tools.front_door import drafts, walk
from keyhouse.tools.front_door.screens.activation import opened, steps_of
from keyhouse.ui import Request, Response
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of

STEPS_WITHOUT_APP = 3


class Password(ui.Form):
    """The password, and the day of birth, which is only checked."""

    password = ui.PasswordField(
        label=_("Password"),
        new=True,
    )
    born = ui.DateField(label=_("Date of birth"), help_text=_("Checked once for your age, and not stored."))


class Code(ui.Form):
    """The first code of the app."""

    code = ui.CodeField(label=_("Security code"))


@opened
def password(request: Request, entry: rules.Entry, draft: dict[str, str]) -> Response:
    """Have a password chosen; who needs no second factor is done with it."""
    form, person = Password(request.POST or None), entry.person
    policy = walk.asking(form, person.organization_id)
    steps = steps_of(entry)
    needs_app = steps > STEPS_WITHOUT_APP
    if form.is_valid():
        with form.explaining_refusals():
            born = form.cleaned_data["born"]
            if reason := queries.why_too_young(person, born):
                raise reason
            typed, about = form.cleaned_data["password"], credentials.about(person)
            new = credentials.new_password(typed, about=about, policy=policy)
            kinds = "all" if new.has_all_kinds else ""
            draft |= {"hash": new.hash, "length": str(new.length), "kinds": kinds, "born": born.isoformat()}
            return _to_the_app(draft) if needs_app else _finish(request, entry, draft, None)
    return ui.render(request, "activation/password", form=form, entry=entry, needs_app=needs_app, steps=steps)


@opened
def authenticator(request: Request, entry: rules.Entry, draft: dict[str, str]) -> Response:
    """Have an authenticator app set up; its first code finishes the activation."""
    if not draft.get("app"):
        return see_other(reverse("front_door:activation_password"))
    form = Code(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            codes = draft["codes"].split()
            app = rules.NewApp(secret=draft["app"], code=form.cleaned_data["code"], recovery_codes=codes)
            return _finish(request, entry, draft, app)
    picture = walk.picture_of(draft["app"], entry.person.email)
    context: dict[str, Any] = {"entry": entry, "secret": draft["app"], "picture": picture, "steps": steps_of(entry)}
    return ui.render(request, "activation/authenticator", form=form, **context)


def recovery_codes(request: Request) -> Response:
    """Show the recovery codes once more while this browser still carries them, to nobody but their owner."""
    draft, next = drafts.read(request, drafts.ACTIVATION), reverse("front_door:welcome")
    owns = request.actor is not None and draft.get("person") == str(request.actor.person_id)
    codes = draft.get("codes", "").split() if owns else []
    return ui.render(request, "activation/recovery_codes", codes=codes, next=next) if codes else see_other(next)


def _to_the_app(draft: dict[str, str]) -> Response:
    response = see_other(reverse("front_door:activation_authenticator"))
    codes = " ".join(credentials.new_recovery_codes())
    drafts.keep(response, drafts.ACTIVATION, **{**draft, "app": credentials.new_authenticator_secret(), "codes": codes})
    return response


def _finish(request: Request, entry: rules.Entry, draft: dict[str, str], app: rules.NewApp | None) -> Response:
    """Activate, sign in, and show the recovery codes or what she can open now."""
    length, has_all = int(draft["length"]), bool(draft["kinds"])
    password = credentials.NewPassword(hash=draft["hash"], length=length, has_all_kinds=has_all)
    chosen = rules.Chosen(password=password, born=dt.date.fromisoformat(draft["born"]), app=app)
    handle = draft["handle"]
    done = actions.activate_work_account(by=visitor_of(request, link=handle), handle_hash=handle, chosen=chosen)
    page = "front_door:activation_recovery_codes" if app else "front_door:welcome"
    response = see_other(reverse(page))
    walk.signed_in(request, response, done.session, done.until)
    if app:
        drafts.keep(response, drafts.ACTIVATION, codes=" ".join(app.recovery_codes), person=str(entry.person.id))
    else:
        drafts.drop(response, drafts.ACTIVATION)
    if isinstance(done.refused, Refused):
        ui.say(response, str(done.refused.rule), tone="attention")
    return response
