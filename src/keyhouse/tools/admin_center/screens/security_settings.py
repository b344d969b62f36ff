"""Security settings: passwords, sessions, dangerous actions, login alerts, approvals, networks; changes shown first."""

from typing import Any

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.organizations import actions, queries, rules
from keyhouse.foundation.permissions import Permission

PANEL = "admin_center:security_settings"
POLICIES = {
    rules.Approvals.OFF: gettext_lazy("Off"),
    rules.Approvals.SENSITIVE: gettext_lazy("Sensitive only"),
    rules.Approvals.ALL_DANGEROUS: gettext_lazy("All dangerous actions"),
}


def number(name: str, label: Any, help_text: Any = "") -> ui.NumberField:
    """The field of a setting that has a range."""
    one = rules.RANGES[name]
    hint = format_lazy(gettext_lazy("From {low} to {high}."), low=one.low, high=one.high)
    words = format_lazy("{hint} {more}", hint=hint, more=help_text) if help_text else hint
    return ui.NumberField(label=label, required=not one.may_be_off, help_text=words)


class Settings(ui.Form):
    """Every setting of the panel under its own name."""

    password_length = number("password_length", gettext_lazy("Minimum length"))
    long_passwords = ui.BooleanField(label=rules.SWITCHES["long_passwords"])
    wrong_tries = number("wrong_tries", gettext_lazy("Wrong tries in an hour before sign-ins stop for half an hour"))
    session_hours = number("session_hours", gettext_lazy("Session length in hours"))
    admin_idle_minutes = number("admin_idle_minutes", gettext_lazy("Idle time-out of administrators in minutes"))
    idle_minutes = number(
        "idle_minutes", gettext_lazy("Idle time-out of others in minutes"), gettext_lazy("Empty means never.")
    )
    reauthentication_minutes = number("reauthentication_minutes", gettext_lazy("Minutes after a sign-in"))
    tell_new_device = ui.BooleanField(label=rules.SWITCHES["tell_new_device"])
    tell_new_network = ui.BooleanField(label=rules.SWITCHES["tell_new_network"])
    alert_admin_device = ui.BooleanField(label=rules.SWITCHES["alert_admin_device"])
    approvals = ui.EnumField(label=gettext_lazy("Ask a second administrator"), of=rules.Approvals, labels=POLICIES)
    approve_every_role_change = ui.BooleanField(label=rules.SWITCHES["approve_every_role_change"])
    admin_networks = ui.TextAreaField(
        label=gettext_lazy("Networks"), rows=3, code=True, required=False,
        help_text=gettext_lazy("One in a line, like 198.51.100.0/24. Empty means any."),
    )  # fmt: skip
    log_retention_months = number("log_retention_months", gettext_lazy("Months"))

    def wanted(self) -> dict[str, Any]:
        """What was typed, as the domain takes it."""
        networks = [line.strip() for line in str(self.cleaned_data["admin_networks"]).splitlines() if line.strip()]
        return {**self.cleaned_data, "approvals": self.cleaned_data["approvals"].value, "admin_networks": networks}


CARDS = (
    (gettext_lazy("Passwords"),
     gettext_lazy("For people who sign in with a password. Common ones are always refused."),
     ("password_length", "long_passwords", "wrong_tries")),
    (gettext_lazy("Sessions"), gettext_lazy("How long somebody stays signed in, in use and without."),
     ("session_hours", "admin_idle_minutes", "idle_minutes")),
    (gettext_lazy("Re-authentication for dangerous actions"),
     gettext_lazy("Who signed in longer ago than this proves again who she is."), ("reauthentication_minutes",)),
    (gettext_lazy("Login alerts"), gettext_lazy("What is told when somebody signs in from where she never did."),
     ("tell_new_device", "tell_new_network", "alert_admin_device")),
    (gettext_lazy("Approvals"), gettext_lazy("Which deeds wait until another administrator approves them."),
     ("approvals", "approve_every_role_change")),
    (gettext_lazy("Allowed networks for Admin Center"),
     gettext_lazy("Elsewhere admin roles count for nothing, on pages and through the API."), ("admin_networks",)),
    (gettext_lazy("Log retention"), gettext_lazy("How long the security log keeps its lines."),
     ("log_retention_months",)),
)  # fmt: skip


def index(request: ui.Request) -> ui.Response:
    """The form, then what would change, then the change."""
    settings = queries.security_settings(request.actor.organization_id or 0)
    form = Settings(request.POST or None, initial=_initial(settings))
    may_change = Permission.SECURITY_SETTINGS_MANAGE in request.actor.permissions
    if form.is_valid():
        with form.explaining_refusals():
            return _reviewed_or_saved(request, form, settings)
    if not may_change:
        for field in form.fields.values():
            field.disabled = True
    cards = [(title, lead, [form[name] for name in names]) for title, lead, names in CARDS]
    may_force = Permission.PEOPLE_MANAGE in request.actor.permissions
    context: dict[str, Any] = {"cards": cards, "may_change": may_change, "may_force": may_force}
    return ui.render(request, "security_settings/index", form=form, ip=request.actor.ip, **context)


def _reviewed_or_saved(request: ui.Request, form: Settings, settings: Any) -> ui.Response:
    """What would change, and once that is confirmed, the change."""
    changes = rules.changed(settings, form.wanted(), rules.SECURITY)
    if broken := rules.why_not(changes):
        raise broken
    if not changes:
        return ui.done(request, PANEL, said=_("Nothing has changed."), tone="info")
    if "confirmed" not in request.POST:
        lines = [one.line for one in changes]
        return ui.render(request, "security_settings/review", form=form, changes=lines, close=reverse(PANEL))
    actions.change_security_settings(by=request.actor, wanted=form.wanted())
    return ui.done(request, PANEL, said=_("The security settings are saved."))


def _initial(settings: Any) -> dict[str, Any]:
    values = {name: getattr(settings, name) for name in rules.SECURITY}
    return {**values, "admin_networks": "\n".join(settings.admin_networks)}
