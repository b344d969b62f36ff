"""Add people: one person in steps, with a review before the deed and the activation link after it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Profile, SignInMethod
from keyhouse.foundation.errors import BrokenRule
from keyhouse.tools.admin_center.screens.people.filters import METHODS

PEOPLE = "admin_center:people"
PROFILE = ("given_name", "family_name", "job_title", "department")


class Who(ui.Form):
    """Who the person is."""

    email = ui.EmailField(label=gettext_lazy("Email"))
    given_name = ui.TextField(label=gettext_lazy("First name"), max_length=100)
    family_name = ui.TextField(label=gettext_lazy("Last name"), max_length=100)
    job_title = ui.TextField(label=gettext_lazy("Job title"), required=False)
    department = ui.TextField(label=gettext_lazy("Department"), required=False)
    old_enough = ui.BooleanField(label=gettext_lazy("This person is 16 or older"), required=True)


class SignIn(ui.Form):
    """How the person signs in, and whether she is told at once."""

    method = ui.EnumField(
        label=gettext_lazy("Sign-in method"), of=SignInMethod, labels=METHODS, initial=SignInMethod.SSO
    )
    invite_later = ui.BooleanField(
        label=gettext_lazy("Invite later"), help_text=gettext_lazy("Add the account now and send no mail yet.")
    )


STEPS = [
    ui.Step(key="person", label=gettext_lazy("Person"), form=Who),
    ui.Step(key="sign-in", label=gettext_lazy("Sign-in"), form=SignIn),
    ui.Step(key="review", label=gettext_lazy("Review")),
]


def ways(request: ui.Request) -> ui.Response:
    """The dialog Add people: in which way."""
    return ui.dialog(request, "people/ways")


def add(request: ui.Request) -> ui.Response:
    """The dialog Add one person."""
    organization = organizations.organization(request.actor.organization_id or 0)
    steps = ui.Steps(request, STEPS)
    if steps.is_complete:
        typed = steps.values
        try:
            person = actions.add_person(
                by=request.actor,
                organization=organization,
                email=typed["email"],
                method=typed["method"],
                profile=Profile(**{name: typed[name] for name in PROFILE}),
                invite=not typed["invite_later"],
            )
            return ui.onward("admin_center:person_added", person.id)
        except BrokenRule as refused:
            steps.refuse("person", refused)
    email = str(steps.values.get("email", ""))
    domain = email_domains.domain_of(email, organization) if email else None
    return ui.dialog(
        request,
        "people/add",
        steps=steps,
        organization=organization,
        typed=steps.values,
        method=METHODS.get(steps.values.get("method", "")),
        domain_name=email.rpartition("@")[2],
        is_verified=domain is not None and domain.is_verified,
        close=reverse(PEOPLE),
    )


def added(request: ui.Request, person: ui.Id) -> ui.Response:
    """Person added: what happens next, and the activation link to copy."""
    found = queries.person(request.actor, person)
    domain = email_domains.domain_of(found.email_folded, found.organization_id or 0)
    return ui.dialog(
        request,
        "people/added",
        person=found,
        close=reverse(PEOPLE),
        is_verified=domain is not None and domain.is_verified,
    )


def link(request: ui.Request, person: ui.Id) -> ui.Response:
    """Copy activation link: a new one is made only when the button is pressed, and shown once."""
    found = queries.person(request.actor, person)
    form = ui.Form(request.POST if request.method == "POST" else None)
    form.links = {"link_needs_verified_domain": (_("Verify domain"), reverse("admin_center:domain_verification"))}
    address = ""
    if request.method == "POST":
        with form.explaining_refusals():
            secret = actions.invite_to_activate(by=request.actor, person=found, mail=False)
            address = ui.absolute(f"/activate/{secret}")
    return ui.dialog(
        request,
        "people/link",
        person=found,
        form=form,
        address=address,
        close=reverse("admin_center:person", args=[found.id]),
    )
