"""What is done to several chosen people at once: each is tried alone, so that one refusal stops no other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.lifecycle import actions as lifecycle
from keyhouse.domain.people import queries
from keyhouse.domain.people.rules import Person
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.foundation import ids
from keyhouse.foundation.errors import BrokenRule, NotFound
from keyhouse.foundation.permissions import Actor, NeedsFreshSignIn

PEOPLE = "admin_center:people"
MOST = 200


@dataclass(frozen=True, kw_only=True)
class Deed:
    """Something that can be done to many: its button, what it means, and the action."""

    label: Any
    meaning: Any
    act: Callable[[Actor, Person], object]
    is_danger: bool = False


DEEDS = {
    "invite": Deed(
        label=gettext_lazy("Resend invitation"),
        meaning=gettext_lazy("Each gets a new activation mail; the links before it stop working."),
        act=lambda by, person: lifecycle.invite_to_activate(by=by, person=person),
    ),
    "sign_out": Deed(
        label=gettext_lazy("Force sign-out"),
        meaning=gettext_lazy("Every session ends. They can sign in again."),
        act=lambda by, person: sign_in.end_sessions(by=by, person=person),
    ),
    "reactivate": Deed(
        label=gettext_lazy("Reactivate"),
        meaning=gettext_lazy("Access returns as far as it is still allowed; admin roles and full control wait."),
        act=lambda by, person: actions.reactivate_person(by=by, person=person),
    ),
    "deactivate": Deed(
        label=gettext_lazy("Deactivate"),
        meaning=gettext_lazy("From this moment they can do nothing in any tool."),
        act=lambda by, person: actions.deactivate_person(by=by, person=person),
        is_danger=True,
    ),
}


def selection(request: ui.Request) -> ui.Response:
    """The dialog about the chosen people: who they are, what happens, and afterwards who couldn't and why."""
    deed = DEEDS.get(request.GET.get("deed", "") or request.POST.get("deed", ""))
    chosen = _chosen(request)
    if deed is None or not chosen:
        return ui.done(request, PEOPLE, said=_("Choose people first."), tone="attention")
    refused: list[tuple[Person, str]] = []
    if request.method == "POST":
        refused = _do(request.actor, deed, chosen)
        if not refused:
            said = _("{deed}: done for {number} people.").format(deed=deed.label, number=len(chosen))
            return ui.done(request, PEOPLE, said=said)
    return ui.dialog(
        request,
        "people/selection",
        status=422 if refused else 200,
        deed=deed,
        key=request.GET.get("deed", "") or request.POST.get("deed", ""),
        chosen=chosen,
        refused=refused,
        done=len(chosen) - len(refused),
        close=reverse(PEOPLE),
    )


def _chosen(request: ui.Request) -> list[Person]:
    """The chosen people of the organization; who is not there is left out like an id that never was."""
    found = []
    for text in (request.POST if request.method == "POST" else request.GET).getlist("person")[:MOST]:
        try:
            found.append(queries.person(request.actor, ids.parse(text)))
        except NotFound:
            continue
    return found


def _do(by: Actor, deed: Deed, chosen: list[Person]) -> list[tuple[Person, str]]:
    """Do the deed to each; who was refused, and why."""
    refused = []
    for person in chosen:
        try:
            deed.act(by, person)
        except NeedsFreshSignIn:
            raise
        except BrokenRule as broken:
            refused.append((person, f"{broken} {broken.next_step}".strip()))
    return refused
