"""Mail a code to a mailbox that only the owner of a domain can read."""

import datetime as dt
import secrets as randomness

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.errors import CodeNotSent
from keyhouse.domain.email_domains.events import DomainCodeSent
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def send_domain_code(*, by: Actor, domain: EmailDomain, mailbox: str) -> None:
    """Make an 8-digit code for a domain and have it mailed; a code before it is dead.

    `mailbox` is the part before the @. Three mails in an hour at most. Raises NotAllowed, CodeNotSent.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    now = clock.now()
    domain = EmailDomain.objects.of(domain.organization_id).select_for_update().get(id=domain.id)
    if mailbox not in rules.MAILBOXES:
        raise CodeNotSent(reason=_("the mailbox must be one of {names}").format(names=", ".join(rules.MAILBOXES)))
    if not rules.may_mail_code(domain, now):
        raise CodeNotSent(reason=_("three codes were sent within the last hour; wait, and use the newest"))

    code = f"{randomness.randbelow(10**rules.CODE_DIGITS):0{rules.CODE_DIGITS}d}"
    domain.code_hash = secrets.hash_of(f"{domain.token}:{code}")
    domain.code_encrypted = secrets.encrypt(rules.CODE_PURPOSE, code)
    domain.code_mailbox, domain.code_tries = mailbox, 0
    domain.code_until = now + dt.timedelta(minutes=rules.CODE_MINUTES)
    domain.code_mails = [*domain.code_mails[-rules.MAILS_PER_HOUR :], now.isoformat()]
    domain.save()

    record(DomainCodeSent(domain=domain.name, mailbox=mailbox), by=by, on=domain)
