"""What approvals tell by mail, after commit, and what happens to them by the clock."""

import datetime as dt

from django.conf import settings

from keyhouse.domain.governance import actions, queries, rules
from keyhouse.domain.governance.models import Approval
from keyhouse.domain.organizations.rules import Deed
from keyhouse.foundation import mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import system_actor


@job()
def ask_deciders(*, organization_id: int, event_id: int) -> None:
    """Mail those who may decide about a request; alone, who asked gets the link that stops it."""
    found = _of_event(organization_id, event_id)
    if found is None or not found.is_waiting:
        return
    if found.runs_at is not None:
        _mail_stop_link(found, event_id)
        return
    for person in queries.deciders(found):
        mail.send(to=person.email, template="governance/approval_requested", context=_context(found),
                  organization_id=organization_id, message_id=f"{event_id}.{person.id}")  # fmt: skip


@job()
def tell_asker(*, organization_id: int, event_id: int) -> None:
    """Tell who asked how the request ended."""
    found = _of_event(organization_id, event_id)
    if found is None or found.is_waiting or found.person is None:
        return
    mail.send(to=found.person.email, template="governance/approval_closed", context=_context(found),
              organization_id=organization_id, message_id=event_id)  # fmt: skip


@scheduled(every=dt.timedelta(minutes=5))
def do_what_nobody_stopped(*, organization_id: int | None) -> None:
    """Do what sole administrators asked for a day ago."""
    for one in queries.due():
        actions.approve(by=system_actor(one.organization_id), approval=one)


@scheduled(every=dt.timedelta(minutes=10))
def expire_requests(*, organization_id: int | None) -> None:
    """Close the requests that nobody decided within 7 days."""
    for one in queries.overdue():
        actions.expire(by=system_actor(one.organization_id), approval=one)


def _mail_stop_link(approval: Approval, event_id: int) -> None:
    """Mail the link to who asked, and blank its secret once the mail is handed over."""
    if approval.person is None or not approval.stop_encrypted:
        return
    secret = secrets.decrypt(rules.STOP_PURPOSE, approval.stop_encrypted)
    link = f"{settings.KEYHOUSE.base_url}/approvals/{secret}"
    mail.send(to=approval.person.email, template="governance/approval_alone", context=_context(approval, link=link),
              organization_id=approval.organization_id, message_id=event_id)  # fmt: skip
    Approval.objects.of(approval.organization_id).filter(id=approval.id).update(stop_encrypted="")


def _of_event(organization_id: int, event_id: int) -> Approval | None:
    event = audit.event(organization_id, event_id)
    rows = Approval.objects.of(organization_id).select_related("person", "decided_by", "organization")
    found: Approval | None = rows.filter(id=event.target_id).first() if event else None
    return found


def _context(approval: Approval, link: str = "") -> dict[str, object]:
    return {
        "deed": Deed(approval.deed).label,
        "state": approval.state,
        "who": approval.asked_by,
        "decider": approval.decided_by.name if approval.decided_by else "",
        "reason": approval.reason,
        "answer": approval.answer,
        "changes": [{"what": what, "before": before, "after": after} for what, before, after in approval.changes],
        "until": approval.until,
        "runs_at": approval.runs_at,
        "organization": approval.organization.name,
        "link": link or f"{settings.KEYHOUSE.base_url}/admin-center/approvals/{approval.id}/",
    }
