"""My account: the API tokens that act as me, within what my roles allow."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.rules import Person
from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.rules import SOON, AccessToken, TokenKind
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotFound
from keyhouse.foundation.permissions import Permission
from keyhouse.ui import Id, Request, Response

TAB = "front_door:tokens"


class NewToken(ui.Form):
    """What a token is called, how long it lives, and what it may do."""

    name = ui.TextField(
        label=gettext_lazy("Name"),
        max_length=100,
        help_text=gettext_lazy("What uses it, so that you know later what to change."),
    )
    expires = ui.ChoiceField(
        label=gettext_lazy("Expires"),
        initial="30",
        choices=[
            ("7", gettext_lazy("In 7 days")),
            ("30", gettext_lazy("In 30 days")),
            ("90", gettext_lazy("In 90 days")),
            ("365", gettext_lazy("In 365 days")),
        ],
    )
    permissions = ui.ManyField(
        label=gettext_lazy("It may"),
        help_text=gettext_lazy("Give no more than the program needs. What you lose, the token loses too."),
    )


def index(request: Request) -> Response:
    """The tokens that have not ended."""
    now = clock.now()
    found = queries.tokens_of(request.actor.home_organization_id or 0, request.actor.person_id or 0)
    rows = [(one, "expires_soon" if one.until and one.until - now < SOON else "active") for one in found]
    return ui.render(request, "account/tokens", rows=rows, may_make=bool(_own(request)))


def create(request: Request) -> Response:
    """The dialog Create token; its answer shows the token, once."""
    person = _me(request)
    form = NewToken(request.POST or None)
    form.fields["permissions"].choices = [  # type: ignore[attr-defined]  # a field of ours that has choices
        (one.value, one.sentence) for one in Permission if one in _own(request)
    ]
    if form.is_valid():
        with form.explaining_refusals():
            _made, secret = actions.create_access_token(
                by=request.actor,
                holder=person,  # type: ignore[arg-type]  # administrators have an organization
                kind=TokenKind.PERSON,
                name=form.cleaned_data["name"],
                permissions=form.cleaned_data["permissions"],
                days=int(form.cleaned_data["expires"]),
            )
            response = ui.dialog(request, "account/token_shown", secret=secret, close=reverse(TAB))
            response.headers["Cache-Control"] = "no-store"
            return response
    return ui.dialog(request, "account/token", form=form, close=reverse(TAB))


def revoke(request: Request, token: Id) -> Response:
    """The dialog Revoke: the token opens nothing any more."""
    held = _mine(request, token)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.revoke_access_token(by=request.actor, token=held)
            return ui.done(request, TAB, said=_("{name} is revoked.").format(name=held.name))
    return ui.dialog(request, "account/token_revoke", token=held, form=form, close=reverse(TAB))


def _me(request: Request) -> Person:
    return people.person(request.actor.home_organization_id, request.actor.person_id)


def _own(request: Request) -> frozenset[Permission]:
    """What the person's roles allow her at home; a personal login has no organization to act in."""
    at_home = request.actor.organization_id == request.actor.home_organization_id
    return request.actor.permissions if at_home and request.actor.organization_id else frozenset()


def _mine(request: Request, token: int) -> AccessToken:
    held = queries.access_token(request.actor.home_organization_id or 0, token)
    if held.holder_id != request.actor.person_id:
        raise NotFound()
    return held
