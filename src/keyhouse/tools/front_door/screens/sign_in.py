"""Signing in: the email, and then what its owner is asked for."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from keyhouse import ui
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import actions as proofs
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.known_devices import queries as devices
from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.rules import Step
from keyhouse.foundation import addresses, ids
from keyhouse.foundation.errors import Refused
from keyhouse.tools.front_door import walk
from keyhouse.ui import Request, Response
from keyhouse.ui.requests import local_path
from keyhouse.ui.responses import see_other
from keyhouse.ui.visitors import visitor_of

KINDS = ("work", "personal")


class Email(ui.Form):
    """The first question."""

    email = walk.first(ui.EmailField(label=_("Email"), autocomplete="username"))


class Password(ui.Form):
    """What most people are asked for."""

    password = walk.first(ui.PasswordField(label=_("Password")))


class Code(ui.Form):
    """The security code of the authenticator app."""

    code = walk.first(ui.CodeField(label=_("Security code")))
    remember = ui.BooleanField()


class MailedCode(ui.Form):
    """A code by mail, or from an administrator."""

    code = walk.first(ui.CodeField(label=_("Code"), digits=8))


class RecoveryCode(ui.Form):
    """A recovery code in its place."""

    code = walk.first(ui.TextField(label=_("Recovery code"), max_length=60))


def email(request: Request) -> Response:
    """Ask for the email; a launcher may name a connection instead."""
    next, sent = local_path(request.POST.get("next") or request.GET.get("next")), request.POST or request.GET
    if launched := ids.parse(request.GET.get("connection")):
        connection = connections.sign_on_at_the_door(launched)
        return see_other(walk.sign_on_address(connection.id, next))
    if request.actor is not None and request.method == "GET" and "again" not in request.GET:
        return ui.render(request, "sign_in/already", next=next)
    form = Email(request.POST or None, initial={"email": request.GET.get("email", "")})
    kind = sent.get("kind", "") if sent.get("kind") in KINDS else ""
    if form.is_valid():
        with form.explaining_refusals():
            address = addresses.address(form.cleaned_data["email"])
            if not kind and queries.has_two_roles(address.folded):
                return ui.render(request, "sign_in/roles", email=address.typed, next=next)
            begun = actions.begin_sign_in(by=visitor_of(request), address=address, next=next, kind=kind)
            if isinstance(begun, Refused):
                raise begun.rule
            return walk.go_on(request, begun)
    return ui.render(request, "sign_in/email", form=form, next=next, kind=kind)


@walk.at(Step.SIGN_ON)
def onward(request: Request, step: Any) -> Response:
    """Say that the sign-in goes on at the organization's identity provider, and go there."""
    connection = connections.sign_on_at_the_door(int(step.facts["connection"]))
    address = walk.sign_on_address(connection.id, step.next)
    return ui.render(request, "sign_in/onward", connection=connection, address=address)


@walk.at(Step.PASSWORD)
def password(request: Request, step: Any) -> Response:
    """Ask for the password; an unknown address is asked alike."""
    form = Password(request.POST or None)
    if form.is_valid():
        proof = credentials.proof_of_password(step.person, form.cleaned_data["password"])
        return walk.answer(request, form, proof, "sign_in/password", email=step.address)
    return ui.render(request, "sign_in/password", form=form, email=step.address)


@walk.at(Step.CODE)
def code(request: Request, step: Any) -> Response:
    """Ask for the second factor: the code of the app, or what stands in for it."""
    way = request.GET.get("with", "")
    form = {"recovery-code": RecoveryCode, "code": MailedCode}.get(way, Code)(request.POST or None)
    days = devices.days_to_remember(step.person) if isinstance(form, Code) else 0
    if days and not administration.holds_a_live_role(step.person):
        one, more = (
            "Don't ask for a code in this browser for %d day",
            "Don't ask for a code in this browser for %d days",
        )
        form.fields["remember"].label = ngettext(one, more, days) % days
    else:
        form.fields.pop("remember", None)
    if form.is_valid():
        return walk.answer(request, form, form.cleaned_data["code"], "sign_in/code", email=step.address, way=way)
    return ui.render(request, "sign_in/code", form=form, email=step.address, way=way)


@walk.at(Step.CODE)
def other_ways(request: Request, step: Any) -> Response:
    """What else may prove who somebody is: a recovery code, a mailed code where it may be used, an administrator's."""
    by_mail = credentials.may_use_email_code(step.person)
    if request.method == "POST":
        proofs.send_email_code(by=visitor_of(request), person=step.person)
        return see_other(reverse("front_door:code") + "?with=code")
    return ui.render(request, "sign_in/other_ways", by_mail=by_mail, email=step.address)


@walk.at(Step.SET_UP)
def authenticator(request: Request, step: Any) -> Response:
    """Have an administrator set up an authenticator app before she is in."""
    secret, form = queries.draft_of(step).secret, Code(request.POST or None)
    picture = walk.picture_of(secret, step.address)
    context = {"secret": secret, "picture": picture, "email": step.address}
    if form.is_valid():
        return walk.answer(request, form, form.cleaned_data["code"], "sign_in/authenticator", **context)
    return ui.render(request, "sign_in/authenticator", form=form, **context)


@walk.at(Step.DONE)
def recovery_codes(request: Request, step: Any) -> Response:
    """Show the recovery codes of an app that was just set up, for a quarter of an hour in this browser."""
    if not step.facts.get("codes"):
        return see_other(step.next)
    return ui.render(request, "sign_in/recovery_codes", codes=queries.draft_of(step).recovery_codes, next=step.next)
