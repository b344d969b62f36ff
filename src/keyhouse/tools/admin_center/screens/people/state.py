"""What an administrator does to an account: edit, invite, stop, deactivate, bring back, confirm, delete."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Person
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.profiles import actions as profiles

PERSON = "admin_center:person"


class Reason(ui.Form):
    """Why an account is stopped."""

    reason = ui.TextField(
        label=gettext_lazy("Reason"),
        max_length=200,
        help_text=gettext_lazy("Stands in the security log and on the person's page."),
    )


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
        profiles.edit_details(by=request.actor, person=found, details=form.cleaned_data)
        return _("The details of {name} were saved.")

    return dialog_of(request, "people/edit", found, form, deed)


def suspend(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Suspend."""
    found = queries.person(request.actor, person)
    form = Reason(request.POST or None)

    def deed() -> str:
        actions.suspend_person(by=request.actor, person=found, reason=form.cleaned_data["reason"])
        return _("{name} is suspended and signed out everywhere.")

    return dialog_of(request, "people/suspend", found, form, deed)


def deactivate(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Deactivate, with what ends."""
    found = queries.person(request.actor, person)
    form = MayHaveReason(request.POST if request.method == "POST" else None)

    def deed() -> str:
        actions.deactivate_person(by=request.actor, person=found, cause=form.cleaned_data["reason"])
        return _("{name} is deactivated and can do nothing anywhere.")

    places = portfolios.portfolios_of(found.id)
    return dialog_of(request, "people/deactivate", found, form, deed, places=places)


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
    return said_on_page(request, found, _("{name} can sign in again."))


def reactivate(request: ui.Request, person: ui.Id) -> ui.Response:
    """Bring a deactivated account back."""
    found = queries.person(request.actor, person)
    actions.reactivate_person(by=request.actor, person=found)
    said = _("{name} is back. Admin roles and full control wait until they are confirmed.")
    return said_on_page(request, found, said)


def invite(request: ui.Request, person: ui.Id) -> ui.Response:
    """Send the activation mail, or send it again."""
    found = queries.person(request.actor, person)
    lifecycle.invite_to_activate(by=request.actor, person=found)
    return said_on_page(request, found, _("An activation mail is on its way to {email}; older links are dead."))


def lift_hold(request: ui.Request, person: ui.Id) -> ui.Response:
    """Let the connection manage the account again."""
    found = queries.person(request.actor, person)
    actions.lift_hold(by=request.actor, person=found)
    return said_on_page(request, found, _("The hold of {name} is lifted."))


def confirm(request: ui.Request, person: ui.Id) -> ui.Response:
    """Give a person who came back the admin roles and the full control that wait for confirmation."""
    found = queries.person(request.actor, person)
    actions.confirm_access(by=request.actor, person=found)
    return said_on_page(request, found, _("{name} has everything back that was waiting."))


def dialog_of(
    request: ui.Request, name: str, person: Person, form: ui.Form, deed: Callable[[], str], **context: Any
) -> ui.Response:
    """Show a dialog about a person, or do its deed and go back to her page."""
    if form.is_valid():
        with form.explaining_refusals():
            return said_on_page(request, person, deed())
    return ui.dialog(request, name, person=person, form=form, close=reverse(PERSON, args=[person.id]), **context)


def said_on_page(request: ui.Request, person: Person, sentence: str) -> ui.Response:
    """Go back to a person's page with a sentence about what was done."""
    return ui.done(request, PERSON, person.id, said=sentence.format(name=person.name, email=person.email))
