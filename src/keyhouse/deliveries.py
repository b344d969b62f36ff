"""What is told to others after an event: the list of deliveries, and the reader that makes each of them a job once."""

from django.db import connection, transaction

from keyhouse.domain.account_locks import jobs as account_locks
from keyhouse.domain.account_locks.events import LockPageLinkSent, UnlockLinkSent
from keyhouse.domain.credentials import events as proofs
from keyhouse.domain.credentials import jobs as credentials
from keyhouse.domain.domain_ownership import events as owned
from keyhouse.domain.domain_ownership import jobs as domain_ownership
from keyhouse.domain.email_domains import events as domains
from keyhouse.domain.email_domains import jobs as email_domains
from keyhouse.domain.governance import events as approvals
from keyhouse.domain.governance import jobs as governance
from keyhouse.domain.invitations import events as invited
from keyhouse.domain.invitations import jobs as invitations
from keyhouse.domain.known_devices import jobs as known_devices
from keyhouse.domain.known_devices.events import NewDeviceSeen, NewNetworkSeen
from keyhouse.domain.lifecycle import jobs as lifecycle
from keyhouse.domain.people.events import PersonDeleted, PersonInvited, PersonLocked, PersonReactivated
from keyhouse.domain.portfolios import jobs as portfolios
from keyhouse.domain.portfolios.events import FullControlLost, FullControlTaken
from keyhouse.domain.presets import jobs as presets
from keyhouse.domain.relationships import events as related
from keyhouse.domain.relationships import jobs as relationships
from keyhouse.domain.security_alerts import jobs as security_alerts
from keyhouse.domain.security_alerts.events import AlertRaised
from keyhouse.domain.security_alerts.rules import SOURCES
from keyhouse.domain.security_logs import jobs as security_logs
from keyhouse.foundation.audit import Event
from keyhouse.foundation.audit.event import kind_of
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.jobs import JobType, running
from keyhouse.foundation.tenancy import ScopedRows

PAGE = 100

# An event class with `outgoing = True` -> the jobs that tell of it, each called with `organization_id`, `event_id`.
DELIVERIES: dict[type[Event], list[JobType]] = {
    proofs.ActivationLinkCreated: [credentials.mail_link],
    proofs.PasswordResetRequested: [credentials.mail_link],
    AlertRaised: [security_alerts.mail_alert],
    LockPageLinkSent: [account_locks.mail_lock_link],
    UnlockLinkSent: [account_locks.mail_lock_link],
    PersonLocked: [account_locks.tell_administrators],
    proofs.LockAsked: [account_locks.lock_when_asked],
    NewDeviceSeen: [known_devices.mail_what_is_new],
    NewNetworkSeen: [known_devices.mail_what_is_new],
    proofs.EmailCodeSent: [credentials.mail_email_code],
    proofs.EmergencyCodeIssued: [credentials.mail_emergency_notice],
    proofs.PasswordChanged: [credentials.mail_notice],
    proofs.RecoveryCodeUsed: [credentials.mail_notice],
    proofs.SecondFactorReset: [credentials.mail_notice],
    proofs.SignInStopped: [credentials.mail_notice],
    domains.DomainCodeSent: [email_domains.mail_domain_code],
    domains.DomainFailing: [domain_ownership.tell_administrators],
    domains.DomainLapsed: [domain_ownership.tell_administrators],
    domains.DomainLost: [domain_ownership.tell_administrators],
    domains.DomainWanted: [domain_ownership.tell_administrators],
    owned.DomainKept: [domain_ownership.tell_administrators],
    owned.DomainReleased: [domain_ownership.tell_administrators],
    owned.ReleaseAsked: [domain_ownership.tell_administrators],
    owned.TrustMailed: [domain_ownership.mail_trust_link],
    domains.DomainRenewalAsked: [email_domains.mail_domain_renewal],
    PersonDeleted: [security_logs.erase_from_log],
    PersonInvited: [lifecycle.invite_newcomer],
    PersonReactivated: [lifecycle.invite_newcomer],
    domains.DomainVerified: [lifecycle.send_held_invitations, presets.give_places_at_domain],
    domains.DomainRecovered: [lifecycle.send_held_invitations, presets.give_places_at_domain],
    domains.DomainTrusted: [lifecycle.send_held_invitations, presets.give_places_at_domain],
    domains.SubdomainsIncluded: [lifecycle.send_held_invitations, presets.give_places_at_domain],
    FullControlLost: [portfolios.tell_system_admins],
    FullControlTaken: [portfolios.tell_full_control],
    approvals.ApprovalDeclined: [governance.tell_asker],
    approvals.ApprovalExpired: [governance.tell_asker],
    approvals.ApprovalGiven: [governance.tell_asker],
    approvals.ApprovalRequested: [governance.ask_deciders],
    approvals.ApprovalStopped: [governance.tell_asker],
    approvals.ApprovalWaited: [governance.tell_asker],
    invited.InvitationAccepted: [invitations.tell_inviter],
    invited.InvitationApproved: [invitations.send_invitation],
    invited.InvitationDeclined: [invitations.tell_inviter],
    invited.InvitationReleased: [invitations.send_invitation],
    invited.InvitationResent: [invitations.send_invitation],
    invited.PersonInvited: [invitations.send_invitation],
    related.GuestApproved: [relationships.tell_guest],
    related.GuestsAsked: [relationships.tell_administrators],
    related.OrganizationInvited: [relationships.mail_offer],
    related.RelationshipCreated: [relationships.tell_administrators],
    related.RelationshipDeclined: [relationships.tell_administrators],
    related.RelationshipEnded: [relationships.tell_administrators],
}

for _kind in SOURCES:  # what raises an alert is told to the alerts, besides to others
    DELIVERIES[_kind] = [*DELIVERIES.get(_kind, []), security_alerts.raise_from_event]


def read() -> int:
    """Turn committed events that were not read yet into delivery jobs, each exactly once; returns how many."""
    if not _waiting().exists():
        return 0
    with transaction.atomic():
        rows = _waiting().order_by("id")
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        events = list(rows[:PAGE])
        for event in events:
            kind = kind_of(event.tag)
            for delivery in DELIVERIES.get(kind, []) if kind else []:
                delivery.enqueue(organization_id=event.organization_id, event_id=event.id)
        _waiting().filter(id__in=[event.id for event in events]).update(delivered=True)
        return len(events)


def run_pending() -> int:
    """Read the outbox and run every job that is due, here and now, raising what they raise; returns how many ran."""
    return running.run_pending(read)


def _waiting() -> ScopedRows[AuditEvent]:
    rows: ScopedRows[AuditEvent] = AuditEvent.objects.everywhere(reason="one outbox serves all organizations")
    return rows.filter(delivered=False)
