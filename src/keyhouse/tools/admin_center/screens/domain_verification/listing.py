"""The list of domains: add one, check one again, remove one."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.foundation.errors import Refused

LIST = "admin_center:domain_verification"
STEPS = (gettext_lazy("Domain"), gettext_lazy("Method"), gettext_lazy("Proof"))
METHODS = {
    "dns": gettext_lazy("DNS TXT record (up to 72 hours)"),
    "file": gettext_lazy("HTML file upload (Immediate)"),
    "email": gettext_lazy("Email verification (Immediate)"),
    "word": gettext_lazy("Operator's word"),
}


class AddDomain(ui.Form):
    """The domain to add."""

    name = ui.DomainField(
        label=gettext_lazy("Domain"),
        placeholder="acme.example",
        help_text=gettext_lazy("The part of your email addresses after the @."),
    )


def index(request: ui.Request) -> ui.Response:
    """The list of domains."""
    rows = [
        (row, people.number_at(row.organization_id, row.name), METHODS.get(row.method, ""))
        for row in queries.domains(request.actor)
    ]
    return ui.render(request, "domain_verification/index", rows=rows)


def create(request: ui.Request) -> ui.Response:
    """The dialog Add domain, first step."""
    form = AddDomain(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            added = actions.claim_email_domain(by=request.actor, organization=organization, **form.cleaned_data)
            return ui.onward("admin_center:domain", added.id)
    return ui.dialog(request, "domain_verification/create", form=form, steps=ui.Trail(0, *STEPS))


def check(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Check now: look for the proof again and say what was found."""
    found = queries.domain(request.actor, domain)
    evidence = queries.evidence_of(found, "file" if found.method == "file" else "dns")
    result = actions.verify_email_domain(by=request.actor, domain=found, evidence=evidence)
    if isinstance(result, Refused):
        return ui.done(request, LIST, said=f"{result.rule} {result.rule.next_step}".strip(), tone="danger")
    return ui.done(request, LIST, said=_("{name} is verified.").format(name=found.name))


def remove(request: ui.Request, domain: ui.Id) -> ui.Response:
    """The dialog Remove domain, with what falls away."""
    found = queries.domain(request.actor, domain)
    form = ui.Form(request.POST if request.method == "POST" else None)
    form.links = {"domain_is_routed": (_("Open Single sign-on"), "/admin-center/single-sign-on/")}
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.remove_email_domain(by=request.actor, domain=found)
            return ui.done(request, LIST, said=_("{name} was removed.").format(name=found.name))
    return ui.dialog(
        request,
        "domain_verification/remove",
        domain=found,
        form=form,
        people=people.number_at(found.organization_id, found.name),
        close=reverse(LIST),
    )
