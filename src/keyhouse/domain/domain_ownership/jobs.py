"""Whom to tell about domains, after commit: the administrators of both sides."""

from django.conf import settings

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.domain_ownership import events
from keyhouse.domain.email_domains import events as domains
from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.models import DomainLink
from keyhouse.domain.people.models import PersonState
from keyhouse.foundation import mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job
from keyhouse.foundation.permissions import Permission

PANEL = "/admin-center/domain-verification/"
LETTERS = {
    domains.DomainFailing.tag: "domain_ownership/domain_failing",
    domains.DomainLapsed.tag: "domain_ownership/domain_lapsed",
    domains.DomainLost.tag: "domain_ownership/domain_lost",
    domains.DomainWanted.tag: "domain_ownership/domain_wanted",
    events.ReleaseAsked.tag: "domain_ownership/release_asked",
    events.DomainReleased.tag: "domain_ownership/domain_released",
    events.DomainKept.tag: "domain_ownership/domain_kept",
}


@job()
def tell_administrators(*, organization_id: int, event_id: int) -> None:
    """Tell who manages domains here what happened to one, except the one who did it."""
    event = audit.event(organization_id, event_id)
    if event is None or (event.tag == events.ReleaseAsked.tag and event.actor_kind != "partner"):
        return  # who asked need not be told
    link = f"{settings.KEYHOUSE.base_url}{PANEL}{event.target_id or ''}{'/' if event.target_id else ''}"
    context = {**event.facts, "who": event.actor, "link": link}
    for one in administration.people_with(organization_id, Permission.DOMAINS_MANAGE):
        if one.id != event.actor_id and one.state == PersonState.ACTIVE:
            mail.send(to=one.email, template=LETTERS[event.tag], context=context, organization_id=organization_id,
                      message_id=f"{event_id}.{one.id}")  # fmt: skip


@job()
def mail_trust_link(*, organization_id: int, event_id: int) -> None:
    """Mail the link that confirms a trusted domain to the sole administrator, and blank it once it is handed over."""
    event = audit.event(organization_id, event_id)
    links = DomainLink.objects.of(organization_id).select_related("domain")
    link = links.filter(id=int(event.facts["link"])).first() if event else None
    if link is None or not link.handle_encrypted:
        return
    secret = secrets.decrypt(rules.LINK_SECRET, link.handle_encrypted)
    address = f"{settings.KEYHOUSE.base_url}{PANEL}confirmation/{secret}"
    context = {"domain": link.domain.name, "reason": link.domain.trust_reason, "link": address}
    mail.send(to=link.address, template="domain_ownership/trust_confirmation", context=context,
              organization_id=organization_id, message_id=event_id)  # fmt: skip
    DomainLink.objects.of(organization_id).filter(id=link.id).update(handle_encrypted="")
