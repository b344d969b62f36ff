"""The list of domains: search, filter, export; add one, check one again, remove one."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.domain_ownership import queries as ownership
from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.organizations import queries as organizations
from keyhouse.foundation.errors import Refused
from keyhouse.foundation.permissions import Permission
from keyhouse.tools.admin_center.screens.domain_verification.words import LIST, STATES, STEPS, method_of

COLUMNS = [
    ui.Column(key="domain", label=gettext_lazy("Domain"), sorts=True),
    ui.Column(key="state", label=gettext_lazy("State"), sorts=True),
    ui.Column(key="method", label=gettext_lazy("Method"), sorts=True),
    ui.Column(key="people", label=gettext_lazy("People"), sorts=True, number=True),
    ui.Column(key="connection", label=gettext_lazy("Connection"), sorts=True),
    ui.Column(key="checked", label=gettext_lazy("Last check"), sorts=True),
]
CHOICES = [ui.Choice(key="state", label=gettext_lazy("State"), options=STATES)]
HEAD = ["domain", "state", "method", "include_subdomains", "people", "connection", "last_check"]


class AddDomain(ui.Form):
    """The domain to add."""

    name = ui.DomainField(
        label=gettext_lazy("Domain"),
        placeholder="acme.example",
        help_text=gettext_lazy("The part of your email addresses after the @."),
    )


def index(request: ui.Request) -> ui.Response:
    """The list of domains, and what other organizations ask about them."""
    listing = ui.Listing(request, columns=COLUMNS, choices=CHOICES, sort="domain")
    rows, everything = _rows(request, listing), queries.domains(request.actor)
    counts = {value: sum(row.state == value for row in everything) for value, _label in STATES}
    return ui.render(
        request,
        "domain_verification/index",
        listing=listing,
        rows=rows,
        total=len(everything),
        asks=ownership.asked_of(request.actor),
        states=[(value, label, counts[value]) for value, label in STATES if counts[value]],
        may_manage=Permission.DOMAINS_MANAGE in request.actor.permissions,
    )


def export(request: ui.Request) -> ui.Response:
    """The domains that the filters show, as a CSV file."""
    listing = ui.Listing(request, columns=COLUMNS, choices=CHOICES, sort="domain")
    rows = [
        (one["row"].name, one["row"].state, one["row"].method, one["row"].include_subdomains, one["people"],
         one["connection"], one["row"].checked_at.isoformat() if one["row"].checked_at else "")
        for one in _rows(request, listing)
    ]  # fmt: skip
    return ui.csv_download("domains.csv", HEAD, rows)


def _rows(request: ui.Request, listing: ui.Listing) -> list[dict[str, Any]]:
    """The domains that the address asks for, each with its people and its connection; there are few of them."""
    own, wanted = request.actor.organization_id or 0, listing.chosen.get("state", ())
    people, connections = ownership.numbers_of_people(own), ownership.connections_of(own)
    rows = [
        {"row": row, "people": people.get(row.name, 0), "connection": connections.get(row.id, ""),
         "method": str(method_of(row))}
        for row in queries.listed(request.actor, search=listing.q)
        if not wanted or row.state in wanted
    ]  # fmt: skip
    keys = {
        "state": lambda one: one["row"].state,
        "method": lambda one: one["method"],
        "people": lambda one: one["people"],
        "connection": lambda one: one["connection"],
        "checked": lambda one: one["row"].checked_at.timestamp() if one["row"].checked_at else 0,
    }
    key = keys.get(listing.sorted_by, lambda one: one["row"].name)
    return sorted(rows, key=key, reverse=listing.descending)


def create(request: ui.Request) -> ui.Response:
    """The dialog Add domain, first step."""
    form = AddDomain(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            added = actions.claim_email_domain(by=request.actor, organization=organization, **form.cleaned_data)
            return ui.onward("admin_center:domain_methods", added.id)
    return ui.dialog(request, "domain_verification/create", form=form, steps=ui.Trail(0, *STEPS))


def check(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Check now: look for the proof again and say what was found."""
    found = queries.domain(request.actor, domain)
    evidence = queries.evidence_of(found, "file" if found.method == "file" else "dns")
    if found.is_verified and found.method in ("dns", "file"):
        checked = actions.check_email_domain_again(by=request.actor, domain=found, evidence=evidence)
        said = _("The proof of {name} is there.") if not checked.failures else _("The proof of {name} wasn't found.")
        tone = "danger" if checked.failures else "success"
        return ui.done(request, "admin_center:domain", found.id, said=said.format(name=found.name), tone=tone)
    result = actions.verify_email_domain(by=request.actor, domain=found, evidence=evidence)
    if isinstance(result, Refused):
        said = f"{result.rule} {result.rule.next_step}".strip()
        return ui.done(request, "admin_center:domain", found.id, said=said, tone="danger")
    return ui.done(request, "admin_center:domain", found.id, said=_("{name} is verified.").format(name=found.name))


def remove(request: ui.Request, domain: ui.Id) -> ui.Response:
    """The dialog Remove domain, with what falls away."""
    found = queries.domain(request.actor, domain)
    form = ui.Form(request.POST if request.method == "POST" else None)
    form.links = {"domain_is_routed": (_("Open Single sign-on"), reverse("admin_center:single_sign_on"))}
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.remove_email_domain(by=request.actor, domain=found)
            return ui.done(request, LIST, said=_("{name} was removed.").format(name=found.name))
    effects = ownership.effects_of(request.actor, found)
    return ui.dialog(
        request, "domain_verification/remove", domain=found, form=form, effects=effects, close=reverse(LIST)
    )
