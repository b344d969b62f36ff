"""Offering a relationship, and answering an offer: relationship IDs, invitations, Accept, Decline, Cancel."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.relationships import actions, queries, rules
from keyhouse.tools.admin_center.screens.external_relationships.listing import INVITATIONS

SIDES = [
    ("host", gettext_lazy("People of the other organization come here: we host")),
    ("guest", gettext_lazy("Our people go there: the other organization hosts")),
]


class Direction(ui.Form):
    """Which organization would be the host."""

    side = ui.ChoiceField(label=gettext_lazy("Who hosts whom"), choices=SIDES, initial="host")


class Invite(Direction):
    """Whom to invite, and what to say."""

    email = ui.EmailField(
        label=gettext_lazy("Email address of an administrator"),
        help_text=gettext_lazy("Of the other organization. Whether there is such an administrator isn't told."),
    )
    note = ui.TextAreaField(label=gettext_lazy("Message"), rows=3, max_length=500, required=False)


class Enter(ui.Form):
    """The relationship ID that the other organization gave."""

    code = ui.TextField(
        label=gettext_lazy("Relationship ID"),
        max_length=40,
        help_text=gettext_lazy("16 letters and digits, as the other organization gave them to you."),
    )


def make_id(request: ui.Request) -> ui.Response:
    """The dialog Get relationship ID: who hosts whom, then the code, shown once."""
    form = Direction(request.POST or None)
    if form.is_valid():
        made, code = actions.make_relationship_id(
            by=request.actor,
            organization=organizations.organization(request.actor.organization_id or 0),
            hosting=form.cleaned_data["side"] == "host",
        )
        return ui.dialog(request, "external_relationships/id_shown", code=code, until=made.until)
    return ui.dialog(request, "external_relationships/id", form=form)


def invite(request: ui.Request) -> ui.Response:
    """The dialog Invite organization."""
    form = Invite(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            offer = actions.invite_organization(
                by=request.actor,
                organization=organizations.organization(request.actor.organization_id or 0),
                email=form.cleaned_data["email"],
                hosting=form.cleaned_data["side"] == "host",
                note=form.cleaned_data["note"],
            )
            said = _("The invitation to {email} goes out.").format(email=offer.email)
            return ui.done(request, INVITATIONS, said=said)
    return ui.dialog(request, "external_relationships/invite", form=form)


def enter(request: ui.Request) -> ui.Response:
    """The dialog Enter relationship ID; the offer behind it can be accepted or declined then."""
    form = Enter(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            organization = organizations.organization(request.actor.organization_id or 0)
            offer = actions.use_relationship_id(by=request.actor, organization=organization, **form.cleaned_data)
            said = _("{name} offers a relationship. Accept or decline it.").format(name=offer.organization.name)
            return ui.done(request, INVITATIONS, said=said)
    return ui.dialog(request, "external_relationships/enter", form=form, days=rules.CODE_LASTS.days)


def accept(request: ui.Request, offer: ui.Id) -> ui.Response:
    """Accept an offer."""
    made = actions.accept_relationship(by=request.actor, offer=queries.offer(request.actor, offer))
    other = queries.other_of(request.actor, made).name
    said = _("You're in a relationship with {name} now.").format(name=other)
    return ui.done(request, "admin_center:relationship", made.id, said=said)


def decline(request: ui.Request, offer: ui.Id) -> ui.Response:
    """Decline an offer."""
    found = queries.offer(request.actor, offer)
    actions.decline_relationship(by=request.actor, offer=found)
    return ui.done(request, INVITATIONS, said=_("You declined {name}.").format(name=found.organization.name))


def cancel(request: ui.Request, offer: ui.Id) -> ui.Response:
    """Take an own offer back."""
    actions.cancel_relationship_offer(by=request.actor, offer=queries.offer(request.actor, offer))
    return ui.done(request, INVITATIONS, said=_("The offer was canceled."))
