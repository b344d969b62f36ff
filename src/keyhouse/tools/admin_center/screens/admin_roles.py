"""Admin roles: which there are, who holds them, and giving and taking them."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.administration import actions, queries, rules
from keyhouse.domain.directory import queries as directory
from keyhouse.domain.people import queries as people
from keyhouse.foundation import ids
from keyhouse.foundation.keyset import Place
from keyhouse.foundation.permissions import Permission

STEPS = (gettext_lazy("Person"), gettext_lazy("Review"))
MOST = 20


class Search(ui.Form):
    """Whom to give the role to."""

    q = ui.TextField(label=gettext_lazy("Search people"), required=False)


class Confirmation(ui.Form):
    """What an administrator confirms when giving a role."""

    adult = ui.BooleanField(label=gettext_lazy("This person is 18 or older"), required=True)


def index(request: ui.Request) -> ui.Response:
    """The roles, with how many people hold each."""
    return ui.render(request, "admin_roles/index", roles=queries.roles(request.actor))


def holders(request: ui.Request, role: ui.Id) -> ui.Response:
    """The people who hold a role."""
    found = queries.role(request.actor, role)
    return ui.render(
        request,
        "admin_roles/holders",
        role=found,
        tab="individuals",
        holders=queries.holders(request.actor, found),
        may_assign=_may_assign(request),
    )


def permissions(request: ui.Request, role: ui.Id) -> ui.Response:
    """What a role allows."""
    found = queries.role(request.actor, role)
    allowed = sorted(rules.permissions_given_by(found))
    return ui.render(
        request,
        "admin_roles/permissions",
        role=found,
        tab="permissions",
        allowed=allowed,
        may_assign=_may_assign(request),
    )


def choose(request: ui.Request, role: ui.Id) -> ui.Response:
    """The dialog Assign, first step: whom."""
    found = queries.role(request.actor, role)
    form = Search(request.GET or None)
    search = form.cleaned_data["q"] if form.is_valid() else ""
    held = {holder.person_id for holder in queries.holders(request.actor, found)}
    wanted = directory.Filter(text=search, states=("active", "invited", "added"))
    page = directory.page(request.actor, wanted, directory.SORTS["name"], Place(), MOST + len(held))
    candidates = [one for one in page.cut.rows if one.id not in held][:MOST]
    return ui.dialog(
        request, "admin_roles/choose", role=found, form=form, candidates=candidates, q=search, steps=ui.Trail(0, *STEPS)
    )


def assign(request: ui.Request, role: ui.Id) -> ui.Response:
    """The dialog Assign, last step: what the person gains."""
    found = queries.role(request.actor, role)
    if not request.GET.get("person"):
        return ui.onward("admin_center:admin_role_choosing", found.id)
    chosen = people.person(request.actor, ids.parse(request.GET["person"]))
    form = Confirmation(request.POST or None)
    form.links = {"role_needs_verified_domain": (_("Verify domain"), reverse("admin_center:domain_verification"))}
    if form.is_valid():
        with form.explaining_refusals():
            actions.assign_role(by=request.actor, role=found, person=chosen)
            said = _("{name} holds {role} now.").format(name=chosen.name, role=found.name)
            return ui.done(request, "admin_center:admin_role", found.id, said=said)
    return ui.dialog(request, "admin_roles/assign", role=found, form=form, person=chosen, steps=ui.Trail(1, *STEPS))


def remove(request: ui.Request, holder: ui.Id) -> ui.Response:
    """The dialog Remove role."""
    found = queries.holder(request.actor, holder)
    form = ui.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with form.explaining_refusals():
            actions.remove_role(by=request.actor, holder=found)
            said = _("{name} doesn't hold {role} any more.").format(name=found.name, role=found.role.name)
            return ui.done(request, "admin_center:admin_role", found.role_id, said=said)
    return ui.dialog(
        request,
        "admin_roles/remove",
        holder=found,
        form=form,
        close=reverse("admin_center:admin_role", args=[found.role_id]),
    )


def confirm(request: ui.Request, holder: ui.Id) -> ui.Response:
    """Give a role back that waited since the account was reactivated."""
    found = queries.holder(request.actor, holder)
    actions.confirm_role(by=request.actor, holder=found)
    said = _("{name} holds {role} again.").format(name=found.name, role=found.role.name)
    return ui.done(request, "admin_center:admin_role", found.role_id, said=said)


def _may_assign(request: ui.Request) -> bool:
    return Permission.ASSIGN_ADMIN_ROLES in request.actor.permissions
