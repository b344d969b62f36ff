"""Two-factor authentication: of whom it is required, by which methods, and who still must set it up."""

from typing import Any

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.organizations import actions, queries, rules
from keyhouse.domain.people import queries as people
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.sign_in import queries as sign_in
from keyhouse.foundation.keyset import Order, Place
from keyhouse.foundation.permissions import Permission

PANEL, PAGE, MOST = "admin_center:two_factor_authentication", 50, 10_000
ORDERS = {"name": Order(field="name_folded"), "active": Order(field="last_active_at", nullable=True)}
COLUMNS = [
    ui.Column(key="name", label=gettext_lazy("Name"), sorts=True),
    ui.Column(key="due", label=gettext_lazy("Asked at sign-in")),
    ui.Column(key="active", label=gettext_lazy("Last active"), sorts=True),
]
WHO = {
    rules.TwoFactorWho.EVERYONE: gettext_lazy("Everyone"),
    rules.TwoFactorWho.ADMINISTRATORS: gettext_lazy("Administrators"),
}
HEAD = [_("Name"), _("Email"), _("Asked at sign-in from"), _("Last active (UTC)")]


def days(name: str, label: Any, words: Any) -> ui.NumberField:
    """The field of a number of days."""
    one = rules.RANGES[name]
    hint = format_lazy(gettext_lazy("From {low} to {high}. {words}"), low=one.low, high=one.high, words=words)
    return ui.NumberField(label=label, help_text=hint)


class Preferences(ui.Form):
    """The rules about second factors, each under its own name."""

    two_factor_required = ui.BooleanField(label=rules.SWITCHES["two_factor_required"])
    two_factor_who = ui.EnumField(label=gettext_lazy("Required of"), of=rules.TwoFactorWho, labels=WHO)
    two_factor_grace_days = days(
        "two_factor_grace_days", gettext_lazy("Days of grace"), gettext_lazy("Counted from a person's activation.")
    )
    email_code = ui.BooleanField(label=gettext_lazy("Also a code by email, through Try another way"))
    remember_device_days = days(
        "remember_device_days",
        gettext_lazy("Remember this device for days"),
        gettext_lazy("0 asks for a code at every sign-in. Administrators are always asked."),
    )

    def wanted(self) -> dict[str, Any]:
        """What was typed, as the domain takes it."""
        typed = dict(self.cleaned_data)
        more = [rules.FactorMethod.EMAIL_CODE.value] if typed.pop("email_code") else []
        methods = [rules.FactorMethod.AUTHENTICATOR.value, *more]
        return {**typed, "two_factor_who": typed["two_factor_who"].value, "two_factor_methods": methods}


def index(request: ui.Request) -> ui.Response:
    """The rules, and the people who still must set a second factor up."""
    settings = queries.security_settings(request.actor.organization_id or 0)
    form = Preferences(request.POST or None, initial=_initial(settings))
    if form.is_valid():
        with form.explaining_refusals():
            changes = rules.changed(settings, form.wanted(), rules.TWO_FACTOR)
            if broken := rules.why_not(changes):
                raise broken
            if not changes:
                return ui.done(request, PANEL, said=_("Nothing has changed."), tone="info")
            if "confirmed" not in request.POST:
                lines = [one.line for one in changes]
                page = "two_factor_authentication/review"
                return ui.render(request, page, form=form, changes=lines, close=reverse(PANEL))
            actions.change_two_factor_rules(by=request.actor, wanted=form.wanted())
            return ui.done(request, PANEL, said=_("The rules about second factors are saved."))
    may_change = Permission.TWO_FACTOR_MANAGE in request.actor.permissions
    for field in form.fields.values():
        field.disabled = not may_change
    listing = ui.Listing(request, columns=COLUMNS, sort="name")
    found = sign_in.page_without_second_factor(request.actor, listing.q, listing.order(ORDERS), listing.place, PAGE)
    return ui.render(
        request,
        "two_factor_authentication/index",
        form=form,
        may_change=may_change,
        listing=listing,
        rows=[(person, sign_in.second_factor_due(person)) for person in found.rows],
        pages=listing.pages(found, lambda one: [getattr(one, ORDERS[listing.sorted_by].field), one.id]),
        number=sign_in.number_without_second_factor(request.actor),
    )


def export(request: ui.Request) -> ui.Response:
    """The same people as a CSV file."""
    listing = ui.Listing(request, columns=COLUMNS, sort="name")
    found = sign_in.page_without_second_factor(request.actor, listing.q, ORDERS["name"], Place(), MOST)
    rows = ([one.name, one.email, sign_in.second_factor_due(one), one.last_active_at] for one in found.rows)
    return ui.csv_download("without-second-factor.csv", HEAD, rows)


def remind(request: ui.Request) -> ui.Response:
    """Mail all of them what they still have to do."""
    work = recovery.remind_of_second_factor(by=request.actor)
    return ui.done(request, "admin_center:work", work.id)


def emergency_code(request: ui.Request, person: ui.Id) -> ui.Response:
    """The dialog Emergency code: what it is, and then the code, once."""
    found = people.person(request.actor.organization_id, person)
    form = ui.Form(request.POST if request.method == "POST" else None)
    close, code = reverse("admin_center:person_security", args=[found.id]), ""
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            code = credentials.issue_emergency_code(by=request.actor, person=found)
    page = "two_factor_authentication/emergency_code"
    return ui.dialog(request, page, person=found, form=form, code=code, close=close)


def _initial(settings: Any) -> dict[str, Any]:
    values = {name: getattr(settings, name) for name in rules.TWO_FACTOR}
    return {**values, "email_code": rules.FactorMethod.EMAIL_CODE in settings.two_factor_methods}
