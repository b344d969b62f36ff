"""What an administrator does to an account: invite, stop, deactivate, bring back, delete, sign out."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import actions as people
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Person
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.sign_in import actions as sign_in

PERSON = "admin_center:person"


class Reason(ui.Form):
    """Why an account is stopped."""

    reason = ui.TextField(label=gettext_lazy("Reason"), max_length=200,
                          help_text=gettext_lazy("Stands in the security log and on the person's page."))


class MayHaveReason(ui.Form):
    """Why somebody leaves, if there is more to say."""

    reason = ui.TextField(label=gettext_lazy("Reason"), max_length=200, required=False)


class Details(ui.Form):
    """What administrators may write about a person."""

    given_name = ui.TextField(label=gettext_lazy("First name"), max_length=100, required=False)
    family_name = ui.TextField(label=gettext_lazy("Last name"), max_length=100, required=False)
    display_name = ui.TextField(label=gettext_lazy("Display name"), required=False)
    job_title = ui.TextField(label=gettext_lazy("Job title"), required=False)
    department = ui.TextField(label=gettext_lazy("Department"), required=False)
    phone = ui.TextField(label=gettext_lazy("Work phone"), max_length=100, required=False)


def edit(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Edit person's details."""
    found = queries.person(request.actor, person)
    form = Details(request.POST or None, initial={name: getattr(found, name) for name in Details.base_fields})
    for name in Details.base_fields:
        form.fields[name].disabled = queries.source_of(found, name) == "identity_provider"
    form.links = {"details_are_owners": (_("Verify domain"), reverse("admin_center:domain_verification"))}

    def deed() -> str:
        people.edit_details(by=request.actor, person=found, details=form.cleaned_data)
        return _("The details of {name} were saved.")

    return _dialog(request, "people/edit", found, form, deed)


def suspend(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Suspend."""
    found = queries.person(request.actor, person)
    form = Reason(request.POST or None)

    def deed() -> str:
        actions.suspend_person(by=request.actor, person=found, reason=form.cleaned_data["reason"])
        return _("{name} is suspended and signed out everywhere.")

    return _dialog(request, "people/suspend", found, form, deed)


def deactivate(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Deactivate, with what ends."""
    found = queries.person(request.actor, person)
    form = MayHaveReason(request.POST if request.method == "POST" else None)

    def deed() -> str:
        actions.deactivate_person(by=request.actor, person=found, cause=form.cleaned_data["reason"])
        return _("{name} is deactivated and can do nothing anywhere.")

    places = portfolios.portfolios_of(found.id)
    return _dialog(request, "people/deactivate", found, form, deed, places=places)


def delete(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Delete, for an account that was never activated or has left."""
    found = queries.person(request.actor, person)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.delete_person(by=request.actor, person=found)
            return ui.done(request, "admin_center:people", said=_("{email} was deleted.").format(email=found.email))
    return ui.dialog(request, "people/delete", person=found, form=form, close=reverse(PERSON, args=[found.id]))


def unsuspend(request: ui.Request, person: ui.Id) -> ui.Response:
    """Let a suspended person sign in again."""
    found = queries.person(request.actor, person)
    actions.unsuspend_person(by=request.actor, person=found)
    return _said(request, found, _("{name} can sign in again."))


def reactivate(request: ui.Request, person: ui.Id) -> ui.Response:
    """Bring a deactivated account back."""
    found = queries.person(request.actor, person)
    actions.reactivate_person(by=request.actor, person=found)
    return _said(request, found, _("{name} is back. Admin roles and full control wait until they are confirmed."))


def invite(request: ui.Request, person: ui.Id) -> ui.Response:
    """Send the activation mail, or send it again."""
    found = queries.person(request.actor, person)
    lifecycle.invite_to_activate(by=request.actor, person=found)
    return _said(request, found, _("An activation mail is on its way to {email}; older links are dead."))


def sign_out(request: ui.Request, person: ui.Id) -> ui.Response:
    """Force sign-out: end every session."""
    found = queries.person(request.actor, person)
    ended = sign_in.end_sessions(by=request.actor, person=found)
    return _said(request, found, _("{number} sessions of {name} ended.").replace("{number}", str(ended)))


def lift_hold(request: ui.Request, person: ui.Id) -> ui.Response:
    """Let the connection manage the account again."""
    found = queries.person(request.actor, person)
    actions.lift_hold(by=request.actor, person=found)
    return _said(request, found, _("The hold of {name} is lifted."))


def reset_two_factor(request: ui.Request, person: ui.Id) -> ui.Response:
    """Reset two-factor authentication: she sets it up anew at her next sign-in."""
    found = queries.person(request.actor, person)
    credentials.reset_second_factor(by=request.actor, person=found)
    return _said(request, found, _("{name} sets up a new second factor at the next sign-in."))


def _dialog(request: ui.Request, name: str, person: Person, form: ui.Form, deed: Callable[[], str],
            **context: Any) -> ui.Response:
    if form.is_valid():
        with form.explaining_refusals():
            return _said(request, person, deed())
    return ui.dialog(request, name, person=person, form=form, close=reverse(PERSON, args=[person.id]), **context)


def _said(request: ui.Request, person: Person, sentence: str) -> ui.Response:
    return ui.done(request, PERSON, person.id, said=sentence.format(name=person.name, email=person.email))
