"""What is done to many people at once: what is needed besides, what would happen to each, and the work itself."""

import json
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from keyhouse import ui
from keyhouse.domain.bulk_changes import actions, queries
from keyhouse.domain.bulk_changes.rules import BESIDES, DANGEROUS, LABELS, Choice, Deed, Details
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.groups import queries as groups
from keyhouse.domain.products import queries as products
from keyhouse.foundation import ids
from keyhouse.foundation.long_work import queries as long_work
from keyhouse.foundation.permissions import Actor
from keyhouse.tools.admin_center.screens.people.deeds import FATES, MEANINGS, NEEDED, OFFERED, Needed, Typed

PEOPLE = "admin_center:people"
MOST = 5000


def deeds_for(by: Actor) -> list[tuple[str, Any]]:
    """The deeds that this administrator is offered, in the order of the reference."""
    return [(deed.value, LABELS[deed]) for deed in OFFERED if deed not in BESIDES or BESIDES[deed] in by.permissions]


def selection(request: ui.Request) -> ui.Response:
    """The dialog about the chosen people: what is needed, what would happen to each, and then the work."""
    data = request.POST if request.method == "POST" else request.GET
    deed = Deed(data["deed"]) if data.get("deed") in set(OFFERED) else None
    choice = choice_of(data)
    if deed is None or not queries.number_of(request.actor, choice):
        return ui.done(request, PEOPLE, said=_("Choose people first."), tone="attention")
    needed = _needed(request.actor, deed, data)
    if needed is not None and not needed.is_valid():
        return _dialog(request, "people/selection_needs", deed, data, form=needed)
    details = _details(needed.cleaned_data if needed else {})
    typed = Typed(data if "confirmed" in data else None)
    if request.method == "POST" and "confirmed" in data and typed.is_valid():
        with typed.explaining_refusals():
            work = actions.begin_bulk_change(
                by=request.actor, deed=deed, choice=choice, details=details, typed=typed.cleaned_data["typed"]
            )
            return ui.done(request, "admin_center:work", work.id)
    return _preview(request, deed, choice, details, typed)


def undo(request: ui.Request, work: ui.Id) -> ui.Response:
    """Take back what was done to many."""
    found = long_work.work(request.actor, work)
    undoing = actions.undo_bulk_change(by=request.actor, work=found)
    return ui.done(request, "admin_center:work", undoing.id)


def choice_of(data: Any) -> Choice:
    """The chosen people: `everybody` whom the filter shows, or those whose ids were sent; a broken filter: nobody."""
    if data.get("everybody"):
        try:
            wanted = json.loads(data.get("filter") or "{}")
        except ValueError:
            wanted = None
        return Choice(wanted=Filter.read(wanted)) if isinstance(wanted, dict) else Choice()
    texts = [*data.getlist("person"), *data.get("people", "").split(",")]
    return Choice(people=tuple(found for text in texts[:MOST] if (found := ids.parse(text)) is not None))


def _needed(by: Actor, deed: Deed, data: Any) -> Needed | None:
    name = NEEDED.get(deed)
    if name is None:
        return None
    form = Needed(data if name in data else None)
    if deed is Deed.ADD_TO_GROUP:
        form.offer("group_id", [(str(one.id), one.name) for one in groups.groups(by, kind="static")])
    if deed is Deed.GIVE_PRODUCT:
        form.offer("product_id", [(str(one.id), one.name) for one in products.products(by) if one.is_custom])
    for other in set(form.fields) - {name}:
        del form.fields[other]
    return form


def _details(values: dict[str, Any]) -> Details:
    return Details(
        reason=values.get("reason", ""),
        method=values.get("method"),
        group_id=ids.parse(values.get("group_id")),
        product_id=ids.parse(values.get("product_id")),
    )


def _preview(request: ui.Request, deed: Deed, choice: Choice, details: Details, typed: Typed) -> ui.Response:
    found = queries.preview(request.actor, deed, choice, details)
    data = request.POST if request.method == "POST" else request.GET
    fates = [(fate, label, found.numbers[fate], found.first[fate]) for fate, label in FATES if found.numbers[fate]]
    kept = [(name, str(data[name])) for name in (NEEDED.get(deed, ""),) if name in data]
    return _dialog(request, "people/selection", deed, data, form=typed, preview=found, fates=fates, kept=kept)


def _dialog(request: ui.Request, name: str, deed: Deed, data: Any, **context: Any) -> ui.Response:
    people = [("people", ",".join(str(one) for one in choice_of(data).people))]
    everybody = [("everybody", "yes"), ("filter", data.get("filter") or "{}")]
    return ui.dialog(
        request,
        name,
        deed=deed.value,
        label=LABELS[deed],
        meaning=MEANINGS[deed],
        is_danger=deed in DANGEROUS,
        chosen=everybody if data.get("everybody") else people,
        close=reverse(PEOPLE),
        **context,
    )
