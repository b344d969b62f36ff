"""One guest: Approve, Decline, what she holds here, and her removal."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.relationships import actions, queries, rules
from keyhouse.domain.relationships.rules import Access, Holding
from keyhouse.tools.admin_center.screens.external_relationships.listing import REQUESTS

PAGE = "admin_center:relationship"


class Holdings(ui.Form):
    """What a guest is to hold."""

    external_system_admin = ui.BooleanField(
        label=gettext_lazy("External system admin"),
        help_text=gettext_lazy("Manages Admin Center, without alerts, logs, who is hosted here, and giving roles."),
    )
    products = ui.ManyField(label=gettext_lazy("Products"), choices=(), required=False)


def _form(request: ui.Request, guest: Any) -> Holdings:
    """The form with what the host's settings offer, filled in with what the guest holds."""
    now = queries.access_of(guest)
    initial = {
        "external_system_admin": now.external_system_admin,
        "products": [str(one) for one in now.products],
    }
    form = Holdings(request.POST if request.method == "POST" else None, initial=initial)
    form.offer("products", [(str(one.id), one.name) for one in queries.products_to_give(guest.relationship)])
    for name, holding in (("external_system_admin", Holding.EXTERNAL_SYSTEM_ADMIN), ("products", Holding.PRODUCTS)):
        if not rules.offers(guest.relationship, holding) and holding not in now.holdings:
            del form.fields[name]
    return form


def _chosen(form: Holdings) -> Access:
    chosen = form.cleaned_data
    products = sorted(int(one) for one in chosen.get("products", []))
    return Access(external_system_admin=bool(chosen.get("external_system_admin")), products=tuple(products))


def approve(request: ui.Request, guest: ui.Id) -> ui.Response:
    """The dialog Approve: who asks, and what she is to hold here."""
    found = queries.guest(request.actor, guest)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.approve_guest(by=request.actor, guest=found, access=_chosen(form))
            return ui.done(request, REQUESTS, said=_("{name} is a guest now.").format(name=found.person.name))
    return ui.dialog(request, "external_relationships/approve", guest=found, form=form)


def decline(request: ui.Request, guest: ui.Id) -> ui.Response:
    """Decline a request."""
    found = queries.guest(request.actor, guest)
    actions.decline_guest(by=request.actor, guest=found)
    return ui.done(request, REQUESTS, said=_("You declined {name}.").format(name=found.person.name))


def access(request: ui.Request, guest: ui.Id) -> ui.Response:
    """The dialog Change access of a guest."""
    found = queries.guest(request.actor, guest)
    form = _form(request, found)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.change_guest_access(by=request.actor, guest=found, access=_chosen(form))
            said = _("What {name} holds here was changed.").format(name=found.person.name)
            return ui.done(request, PAGE, found.relationship_id, said=said)
    is_host = queries.side_of(request.actor, found.relationship) == "host"
    return ui.dialog(request, "external_relationships/access", guest=found, form=form, is_host=is_host)


def remove(request: ui.Request, guest: ui.Id) -> ui.Response:
    """The dialog Remove guest, with what she loses."""
    found = queries.guest(request.actor, guest)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.remove_guest(by=request.actor, guest=found)
            said = _("{name} is no guest any more.").format(name=found.person.name)
            return ui.done(request, PAGE, found.relationship_id, said=said)
    held = queries.held_by(found.relationship, [found.person])[found.person_id]
    return ui.dialog(request, "external_relationships/remove_guest", guest=found, form=form, names=held.names)
