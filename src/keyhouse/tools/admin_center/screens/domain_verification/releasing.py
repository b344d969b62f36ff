"""A domain between two organizations: one asks for its release, the other releases or keeps it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.domain_ownership import actions
from keyhouse.domain.domain_ownership import queries as ownership
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.email_domains import queries
from keyhouse.tools.admin_center.screens.domain_verification.words import LIST

PAGE = "admin_center:domain"


class AskForRelease(ui.Form):
    """What the owner is told."""

    words = ui.TextAreaField(
        label=gettext_lazy("Message to the owner"),
        rows=3,
        max_length=500,
        required=False,
        help_text=gettext_lazy("Say why the domain is yours, and how the owner can reach you."),
    )


def ask(request: ui.Request, domain: ui.Id) -> ui.Response:
    """The dialog Ask for release: the owner is told who asks, and stays unknown."""
    found, form = queries.domain(request.actor, domain), AskForRelease(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.ask_for_release(by=request.actor, domain=found, **form.cleaned_data)
            return ui.done(request, PAGE, found.id, said=_("The owner of {name} was asked.").format(name=found.name))
    return ui.dialog(request, "domain_verification/ask_for_release", domain=found, form=form)


def withdraw(request: ui.Request, domain: ui.Id) -> ui.Response:
    """Take the request back."""
    found = queries.domain(request.actor, domain)
    release = ownership.release_of(found)
    if release is None:
        raise ReleaseClosed(name=found.name)
    actions.withdraw_release(by=request.actor, release=release)
    return ui.done(request, PAGE, found.id, said=_("You no longer ask for {name}.").format(name=found.name))


def answer(request: ui.Request, release: ui.Id) -> ui.Response:
    """The page of the owner: who asks, what depends on the domain here, and Release or Keep."""
    found = ownership.release(request.actor, release)
    owned, form = ownership.owned_row(found), ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            if "keep" in request.POST:
                actions.keep_domain(by=request.actor, release=found)
                return ui.done(request, LIST, said=_("You keep {name}.").format(name=found.name))
            actions.release_domain(by=request.actor, release=found)
            return ui.done(request, LIST, said=_("{name} was released.").format(name=found.name))
    effects = ownership.effects_of(request.actor, owned) if owned else None
    return ui.render(request, "domain_verification/release", release=found, domain=owned, effects=effects, form=form)
