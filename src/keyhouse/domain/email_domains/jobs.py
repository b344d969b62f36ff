"""What is told to others about email domains, after commit."""

from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import mail, secrets
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job


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
