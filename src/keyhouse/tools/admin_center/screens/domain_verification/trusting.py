"""Trusting a domain that can't be proved: the reason, who approves it, and the link of a sole administrator."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from keyhouse import ui
from keyhouse.domain.domain_ownership import actions
from keyhouse.domain.domain_ownership import queries as ownership
from keyhouse.domain.email_domains import queries
from keyhouse.domain.email_domains.errors import DomainLinkOver
from keyhouse.domain.email_domains.queries import LinkPurpose
from keyhouse.domain.governance import actions as governance
from keyhouse.domain.organizations.rules import Deed

PAGE = "admin_center:domain"


class Trust(ui.Form):
    """Why the domain is to be trusted."""

    reason = ui.TextAreaField(
        label=gettext_lazy("Reason"),
        rows=3,
        max_length=500,
        help_text=gettext_lazy("Who approves it reads this, and it stays in the security log."),
    )


def ask(request: ui.Request, domain: ui.Id) -> ui.Response:
    """The dialog Trust domain: a reason, and who must approve."""
    found, by = queries.domain(request.actor, domain), request.actor
    route, form = ownership.trust_route(by), Trust(request.POST or None)
    if form.is_valid():
        with form.explaining_refusals():
            reason = form.cleaned_data["reason"]
            if route == "approval":
                arguments = {"domain": str(found.id), "reason": reason}
                governance.ask_approval(by=by, deed=Deed.TRUST_DOMAIN, arguments=arguments, reason=reason)
                said = _("Another System admin was asked to approve {name}.")
            else:
                actions.ask_to_confirm_trust(by=by, domain=found, reason=reason)
                said = _("A link to confirm {name} was sent to your own address. It works for 24 hours.")
            return ui.done(request, PAGE, found.id, said=said.format(name=found.name))
    approvers = ownership.other_approvers(by)
    return ui.dialog(
        request, "domain_verification/trust", domain=found, form=form, route=route, approvers=approvers[:3],
        more=max(len(approvers) - 3, 0),
    )  # fmt: skip


def confirm(request: ui.Request, secret: str) -> ui.Response:
    """The page behind the link of a sole administrator: it trusts the domain when its button is pressed."""
    link = queries.link_of(secret, LinkPurpose.TRUST)
    if request.method == "POST":
        domain = actions.confirm_trust(by=request.actor, link=link)
        return ui.done(request, PAGE, domain.id, said=_("{name} is trusted.").format(name=domain.name))
    if link.organization_id != request.actor.organization_id or link.person_id != request.actor.person_id:
        raise DomainLinkOver()
    return ui.render(request, "domain_verification/confirm", domain=link.domain)
