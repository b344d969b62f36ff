"""What is told to others about invitations, after commit, and what tidies them."""

import datetime as dt

from django.conf import settings

from keyhouse.domain.invitations import actions, queries, rules
from keyhouse.domain.invitations.models import WAITING, Invitation, InvitationState
from keyhouse.foundation import clock, mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import system_actor


@job()
def send_invitation(*, organization_id: int, event_id: int) -> None:
    """Mail an invitation's link to its address, and blank the link once the mail is handed over."""
    event = audit.event(organization_id, event_id)
    rows = Invitation.objects.of(organization_id).select_related(*queries.RELATED)
    found = rows.filter(id=event.target_id).first() if event else None
    if found is None or found.state != InvitationState.PENDING or not found.handle_encrypted:
        return
    secret = secrets.decrypt(rules.LINK_PURPOSE, found.handle_encrypted)
    mail.send(
        to=found.email,
        template="invitations/invitation_sent",
        context={
            "organization": found.portfolio.organization.name,
            "portfolio": found.portfolio.name,
            "inviter": found.invited_by.name if found.invited_by else found.portfolio.organization.name,
            "note": found.note,
            "until": f"{found.until.day} {found.until:%b %Y, %H:%M} UTC",
            "link": settings.KEYHOUSE.base_url + queries.path_of(secret),
        },
        organization_id=organization_id,
        message_id=event_id,
    )
    sent = [*found.sent_times, clock.now().isoformat()][-20:]
    same_link = Invitation.objects.of(organization_id).filter(id=found.id, handle_hash=found.handle_hash)
    same_link.update(handle_encrypted="", sent_at=clock.now(), sent_times=sent)


@job()
def tell_inviter(*, organization_id: int, event_id: int) -> None:
    """Tell the person who invited that the invitation was accepted or declined."""
    event = audit.event(organization_id, event_id)
    rows = Invitation.objects.of(organization_id).select_related(*queries.RELATED)
    found = rows.filter(id=event.target_id).first() if event else None
    if found is None or found.invited_by is None or found.invited_by.state != "active":
        return
    mail.send(
        to=found.invited_by.email,
        template="invitations/invitation_answered",
        context={
            "email": found.email,
            "portfolio": found.portfolio.name,
            "accepted": found.state == InvitationState.ACCEPTED,
            "reason": found.reason,
            "link": f"{settings.KEYHOUSE.base_url}/business-manager/{found.portfolio_id}/people/",
        },
        organization_id=organization_id,
        message_id=event_id,
    )


@scheduled(every=dt.timedelta(hours=1))
def expire_invitations(*, organization_id: int | None) -> None:
    """Tidy the invitations whose time has passed; they could not be accepted any more already."""
    rows = Invitation.objects.everywhere(reason="one clean-up serves all organizations")
    over = rows.filter(state__in=WAITING, until__lte=clock.now()).select_related("portfolio")
    for one in over.order_by("id")[:500]:
        actions.expire_invitation(by=system_actor(one.organization_id), invitation=one)
