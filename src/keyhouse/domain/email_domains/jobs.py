"""What is told to others about email domains, after commit."""

import datetime as dt

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock, mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import system_actor


@job()
def mail_domain_code(*, organization_id: int, event_id: int) -> None:
    """Mail the code of a domain to its mailbox, and blank the code once the mail is handed over."""
    event = audit.event(organization_id, event_id)
    domain = EmailDomain.objects.of(organization_id).filter(id=event.target_id).first() if event else None
    if domain is None or not domain.code_encrypted:
        return
    code = secrets.decrypt(rules.CODE_PURPOSE, domain.code_encrypted)
    mail.send(
        to=f"{domain.code_mailbox}@{domain.name}",
        template="email_domains/domain_code_sent",
        context={"code": code, "domain": domain.name, "minutes": rules.CODE_MINUTES},
        organization_id=organization_id,
        message_id=event_id,
    )
    EmailDomain.objects.of(organization_id).filter(id=domain.id, code_hash=domain.code_hash).update(code_encrypted="")


@scheduled(every=dt.timedelta(minutes=5))
def look_for_waiting_records(*, organization_id: int | None) -> None:
    """Look again for the TXT records of domains that wait for them; only a record that is there is acted on."""
    for row in queries.waiting_for_dns(clock.now()):
        evidence = queries.evidence_of(row, "dns")
        if rules.proves(evidence, row):
            actions.verify_email_domain(by=system_actor(row.organization_id), domain=row, evidence=evidence)
        else:
            EmailDomain.objects.of(row.organization_id).filter(id=row.id).update(checked_at=clock.now())


@scheduled(every=dt.timedelta(hours=1))
def check_proved_domains(*, organization_id: int | None) -> None:
    """Look for the proofs of verified, failing and lapsed domains again."""
    for row in queries.due_for_check(clock.now()):
        evidence = queries.evidence_of(row, row.method)
        actions.check_email_domain_again(by=system_actor(row.organization_id), domain=row, evidence=evidence)
