"""What email domains do by themselves: looking at them on time, and mailing codes and renewals after commit."""

import datetime as dt

from django.conf import settings

from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.models import VERIFIED, DomainLink, DomainState, EmailDomain
from keyhouse.foundation import clock, mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job, scheduled
from keyhouse.foundation.permissions import system_actor

PROVED = (*VERIFIED, DomainState.LAPSED)


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


@job()
def mail_domain_renewal(*, organization_id: int, event_id: int) -> None:
    """Mail the link that renews an email proof to the mailbox, and blank it once the mail is handed over."""
    event = audit.event(organization_id, event_id)
    links = DomainLink.objects.of(organization_id).select_related("domain", "organization")
    link = links.filter(id=int(event.facts["link"])).first() if event else None
    if link is None or not link.handle_encrypted:
        return
    secret = secrets.decrypt(rules.LINK_SECRET, link.handle_encrypted)
    mail.send(
        to=link.address,
        template="email_domains/domain_renewal_sent",
        context={
            "domain": link.domain.name,
            "organization": link.organization.name,
            "link": f"{settings.KEYHOUSE.base_url}/domain-renewal/{secret}",
            "until": link.until,
        },
        organization_id=organization_id,
        message_id=event_id,
    )
    DomainLink.objects.of(organization_id).filter(id=link.id).update(handle_encrypted="")


@scheduled(every=dt.timedelta(minutes=5))
def look_at_domains(*, organization_id: int | None) -> None:
    """Ask for a look at every domain that is due: awaited records, proofs to be checked again, renewals."""
    for owner, domain_id in queries.due_for_check(clock.now()):
        look_at_domain.enqueue(organization_id=owner, domain_id=domain_id, unique=f"look at domain {domain_id}")


@job(attempts=3)
def look_at_domain(*, organization_id: int, domain_id: int) -> None:
    """Look for the proof of one domain outside of any transaction, and keep what was found."""
    row = EmailDomain.objects.of(organization_id).filter(id=domain_id, next_check_at__lte=clock.now()).first()
    if row is None:
        return
    if row.method == "email" and row.state in PROVED:
        _ask_again(row)
        return
    evidence = queries.evidence_of(row, row.method if row.state in PROVED else "dns")
    by = system_actor(organization_id)
    if row.state in PROVED:
        actions.check_email_domain_again(by=by, domain=row, evidence=evidence)
    elif rules.proves(evidence, row):
        actions.verify_email_domain(by=by, domain=row, evidence=evidence)
    else:
        columns = {"checked_at": clock.now(), "next_check_at": rules.next_look(row, clock.now())}
        EmailDomain.objects.of(organization_id).filter(id=row.id, state=row.state).update(**columns)


def _ask_again(row: EmailDomain) -> None:
    """A mailed proof that is due counts as missing until its link is used; each notice goes with a new link."""
    by, told = system_actor(row.organization_id), row.told_day
    unanswered = rules.Evidence(method="email", problem="the renewal by mail is due")
    checked = actions.check_email_domain_again(by=by, domain=row, evidence=unanswered)
    if checked.state == DomainState.VERIFIED or checked.told_day != told:
        actions.ask_for_renewal(by=by, domain=checked)
