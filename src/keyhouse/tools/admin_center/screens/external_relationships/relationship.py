"""One relationship: its guests, its settings, adding people, and its end."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.people import queries as people
from keyhouse.domain.relationships import actions, queries, rules
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Permission, allows
from keyhouse.tools.admin_center.screens.external_relationships.listing import INDEX, SIDES

PAGE = "admin_center:relationship"


class Settings(ui.Form):
    """On which terms guests come."""

    may_hold = ui.ManyField(
        label=gettext_lazy("What guests may hold"), choices=list(rules.LABELS.items()), required=False
    )
    until = ui.DateField(label=gettext_lazy("Ends on"))
    second_factor_required = ui.BooleanField(
        label=gettext_lazy("Require two-factor authentication"),
        help_text=gettext_lazy("Guests come in with a second factor or single sign-on; administrators always do."),
    )
    auto_approve = ui.BooleanField(
        label=gettext_lazy("Approve member requests by itself"),
        help_text=gettext_lazy("Who is added is in at once, and holds nothing until you give something."),
    )


class AddPeople(ui.Form):
    """Who is to act in the other organization."""

    people = ui.ManyField(label=gettext_lazy("People"), choices=())
    note = ui.TextAreaField(label=gettext_lazy("Message to the host"), rows=2, max_length=500, required=False)


def index(request: ui.Request, relationship: ui.Id) -> ui.Response:
    """The page of a relationship: its terms, and its guests with what each holds."""
    found, by = queries.relationship(request.actor, relationship), request.actor
    guests = queries.guests_of(by, found)
    held, side = queries.held_by(found, [one.person for one in guests]), queries.side_of(by, found)
    return ui.render(
        request,
        "external_relationships/relationship",
        relationship=found,
        other=queries.other_of(by, found),
        side=side,
        side_words=SIDES[side],
        is_live=queries.is_live(found),
        rows=[(one, held[one.person_id]) for one in guests],
        may_hold=[label for key, label in rules.LABELS.items() if rules.offers(found, key)],
        may_manage=allows(by, Permission.RELATIONSHIPS_MANAGE, queries.facts_of_relationship(by, found)),
    )


def settings(request: ui.Request, relationship: ui.Id) -> ui.Response:
    """The dialog Settings of the host."""
    found = queries.relationship(request.actor, relationship)
    zone = ZoneInfo(found.organization.time_zone)
    now = {
        "may_hold": found.may_hold,
        "until": found.until.astimezone(zone).date(),
        "second_factor_required": found.second_factor_required,
        "auto_approve": found.auto_approve,
    }
    form = Settings(request.POST or None, initial=now)
    if form.is_valid():
        with form.explaining_refusals():
            actions.change_relationship(by=request.actor, relationship=found, terms=_terms(form.cleaned_data, zone))
            return ui.done(request, PAGE, found.id, said=_("The settings were changed."))
    context: dict[str, Any] = {
        "relationship": found,
        "form": form,
        "is_host": queries.side_of(request.actor, found) == "host",
    }
    return ui.dialog(request, "external_relationships/settings", **context)


def _terms(chosen: dict[str, Any], zone: ZoneInfo) -> rules.Terms:
    """The chosen terms; the last day ends at its end where the host is."""
    last = dt.datetime.combine(chosen["until"], dt.time(23, 59, 59), zone)
    return rules.Terms(
        may_hold=tuple(rules.Holding(one) for one in chosen["may_hold"]),
        until=last,
        second_factor_required=chosen["second_factor_required"],
        auto_approve=chosen["auto_approve"],
    )


def add(request: ui.Request, relationship: ui.Id) -> ui.Response:
    """The dialog Add people of the guest organization."""
    found, by = queries.relationship(request.actor, relationship), request.actor
    is_guest_side = queries.side_of(by, found) == "guest"
    search = request.GET.get("q", "").strip()
    shown = queries.candidates(by, found, search) if is_guest_side else []
    form = AddPeople(request.POST or None)
    chosen = request.POST.getlist("people")
    offered = [(str(one.id), f"{one.name} · {one.email}") for one in shown]
    form.offer("people", [*offered, *((one, one) for one in chosen)])
    if is_guest_side and form.is_valid():
        with form.explaining_refusals():
            ids = dict.fromkeys(int(one) for one in form.cleaned_data["people"] if one.isdigit())
            wanted, note = [people.person(by, one) for one in ids], form.cleaned_data["note"]
            added = actions.add_guests(by=by, relationship=found, people=wanted, note=note)
            said = _("People added: {count}.").format(count=len(added))
            return ui.done(request, PAGE, found.id, said=said)
    context: dict[str, Any] = {
        "relationship": found,
        "form": form,
        "q": search,
        "is_guest_side": is_guest_side,
        "found": len(shown),
    }
    return ui.dialog(request, "external_relationships/add", **context)


def end(request: ui.Request, relationship: ui.Id) -> ui.Response:
    """The dialog End relationship, with everything that is lost."""
    found, by = queries.relationship(request.actor, relationship), request.actor
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.end_relationship(by=by, relationship=found)
            said = _("The relationship with {name} has ended.").format(name=queries.other_of(by, found).name)
            return ui.done(request, INDEX, said=said)
    guests = queries.guests_of(by, found)
    held = queries.held_by(found, [one.person for one in guests])
    return ui.dialog(
        request, "external_relationships/end", relationship=found, form=form, other=queries.other_of(by, found),
        rows=[(one, held[one.person_id].names) for one in guests], now=clock.now(),
    )  # fmt: skip
