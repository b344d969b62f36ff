"""Security alerts: what deserves attention, why it was raised, who looks at it, and how it was closed."""

from typing import Any
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.account_locks import actions as account_locks
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.security_alerts import actions, queries, rules
from keyhouse.foundation import ids
from keyhouse.foundation.permissions import Permission

PANEL, DETAIL, PAGE, MOST = "admin_center:security_alerts", "admin_center:security_alert", 50, 10_000
STATES = (
    ("open", gettext_lazy("Open")), ("looking", gettext_lazy("Being looked at")), ("closed", gettext_lazy("Closed")),
)  # fmt: skip
SEVERITIES = (("severe", gettext_lazy("Severe")), ("medium", gettext_lazy("Medium")), ("low", gettext_lazy("Low")))
TONES = {"severe": "danger", "medium": "attention", "low": "muted", "open": "danger", "looking": "attention"}
CHOICES = [
    ui.Choice(key="state", label=gettext_lazy("State"), options=STATES),
    ui.Choice(key="severity", label=gettext_lazy("Severity"), options=SEVERITIES),
    ui.Choice(key="kind", label=gettext_lazy("Alert"),
              options=[(kind.value, about.label) for kind, about in rules.KINDS.items()]),
]  # fmt: skip
COLUMNS = [ui.Column(key="time", label=gettext_lazy("Time"), sorts=True)]
HEAD = [_("Alert"), _("Person"), _("Severity"), _("State"), _("First (UTC)"), _("Last (UTC)"), _("Times"), _("Owner")]


class Closing(ui.Form):
    """Why an alert is closed."""

    reason = ui.TextField(label=gettext_lazy("Reason"), max_length=500)


class Owning(ui.Form):
    """Who looks at an alert."""

    owner = ui.ChoiceField(label=gettext_lazy("Owner"), as_list=True)


def index(request: ui.Request) -> ui.Response:
    """The alerts, the newest first, with filters."""
    listing = ui.Listing(request, columns=COLUMNS, choices=CHOICES, sort="-time")
    found = queries.page(request.actor, _wanted(listing), listing.descending, listing.place, PAGE)
    return ui.render(
        request,
        "security_alerts/index",
        listing=listing,
        rows=[(alert, _words(alert)) for alert in found.rows],
        pages=listing.pages(found, lambda one: [one.id, one.id]),
        counts=queries.counts(request.actor.organization_id or 0),
        may_manage=Permission.ALERTS_MANAGE in request.actor.permissions,
    )


def export(request: ui.Request) -> ui.Response:
    """The alerts that the filters show, as a CSV file."""
    listing = ui.Listing(request, columns=COLUMNS, choices=CHOICES, sort="-time")
    found = queries.alerts(request.actor, _wanted(listing), limit=MOST)
    rows = (
        [_words(one)["label"], one.person.email if one.person else "", one.severity, one.state, one.first_at,
         one.last_at, one.times, one.owner.name if one.owner else ""]
        for one in found
    )  # fmt: skip
    return ui.csv_download("security-alerts.csv", HEAD, rows)


def detail(request: ui.Request, alert: ui.Id) -> ui.Response:
    """Why an alert was raised, its signals, and what to do."""
    found = queries.alert(request.actor, alert)
    organization = organizations.organization(found.organization_id)
    places = portfolios.portfolios_of(found.person.id) if found.person else []
    return ui.render(
        request,
        "security_alerts/detail",
        alert=found,
        words=_words(found),
        facts=[(name.replace("_", " ").capitalize(), value) for name, value in found.facts.items() if value != ""],
        signals=queries.signals_of(found),
        log=reverse("admin_center:security_logs") + (f"?q={quote(found.person.email)}" if found.person else ""),
        support=organization.support_address,
        places=places,
        may_manage=Permission.ALERTS_MANAGE in request.actor.permissions,
        is_mine=found.owner_id == request.actor.person_id,
    )


def take(request: ui.Request, alert: ui.Id) -> ui.Response:
    """Look at an alert oneself."""
    found = queries.alert(request.actor, alert)
    me = people.person(request.actor.organization_id, request.actor.person_id)
    actions.assign_alert(by=request.actor, alert=found, owner=me)
    return ui.done(request, DETAIL, found.id, said=_("You look at this alert."))


def assign(request: ui.Request, alert: ui.Id) -> ui.Response:
    """The dialog Assign: who looks at it."""
    found, owners = queries.alert(request.actor, alert), queries.owners(request.actor.organization_id or 0)
    form = Owning(request.POST or None, initial={"owner": str(found.owner_id or "")})
    form.offer("owner", [(str(one.id), f"{one.name}, {one.email}") for one in owners])
    if form.is_valid():
        with form.explaining_refusals():
            owner = next(one for one in owners if one.id == ids.parse(form.cleaned_data["owner"]))
            actions.assign_alert(by=request.actor, alert=found, owner=owner)
            return ui.done(request, DETAIL, found.id, said=_("{name} looks at it.").format(name=owner.name))
    close = reverse(DETAIL, args=[found.id])
    return ui.dialog(request, "security_alerts/assign", form=form, alert=found, words=_words(found), close=close)


def closing(request: ui.Request, alert: ui.Id) -> ui.Response:
    """The dialog Close: why."""
    found, form = queries.alert(request.actor, alert), Closing(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            actions.close_alert(by=request.actor, alert=found, reason=form.cleaned_data["reason"])
            return ui.done(request, PANEL, said=_("The alert is closed."))
    close = reverse(DETAIL, args=[found.id])
    return ui.dialog(request, "security_alerts/close", form=form, alert=found, words=_words(found), close=close)


def unlock(request: ui.Request, person: ui.Id) -> ui.Response:
    """Unlock account: at once where the domain is verified, by a mailed link elsewhere."""
    found = people.person(request.actor.organization_id, person)
    at_once = account_locks.unlock_account(by=request.actor, person=found)
    active, mailed = _("{name} can sign in again."), _("The link that unlocks the account is on its way to {email}.")
    said = (active if at_once else mailed).format(name=found.name, email=found.email)
    return ui.done(request, "admin_center:person", found.id, said=said)


def _wanted(listing: ui.Listing) -> queries.Filter:
    kinds, severities, states = (listing.chosen.get(name, ()) for name in ("kind", "severity", "state"))
    return queries.Filter(kind=kinds, severity=severities, state=states, text=listing.q)


def _words(alert: Any) -> dict[str, Any]:
    about = rules.KINDS[rules.AlertKind(alert.kind)]
    states, severities = dict(STATES), dict(SEVERITIES)
    named = next((alert.facts[one] for one in ("connection", "domain", "token", "group") if one in alert.facts), "–")
    return {
        "about": alert.person.name if alert.person else named,
        "label": str(about.label), "why": about.why, "state": states[alert.state], "tone": TONES[alert.severity],
        "severity": severities[alert.severity], "state_tone": TONES.get(alert.state, "success"),
    }  # fmt: skip
