"""Ask the mailbox that proved a domain whether the organization still controls it."""

import datetime as dt

from django.db import transaction

from keyhouse.domain.email_domains import queries, rules
from keyhouse.domain.email_domains.errors import NotProvedByMail
from keyhouse.domain.email_domains.events import DomainRenewalAsked
from keyhouse.domain.email_domains.models import DomainLink, EmailDomain, LinkPurpose
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

LASTS = dt.timedelta(days=30)


@transaction.atomic
def ask_for_renewal(*, by: Actor, domain: EmailDomain) -> None:
    """Make a single-use link that renews an email proof, and have it mailed to the mailbox; older links are dead.

    Raises NotAllowed, NotProvedByMail.
    """
    authorize(by, Permission.DOMAINS_MANAGE, on=facts_of(domain.organization_id))

    domain = queries.locked(domain)
    if domain.method != "email" or domain.proved_at is None:
        raise NotProvedByMail(name=domain.name)

    now, handle = clock.now(), secrets.new_handle()
    links = DomainLink.objects.of(domain.organization_id)
    links.filter(domain=domain, purpose=LinkPurpose.RENEWAL).delete()
    link = links.create(
        domain=domain,
        purpose=LinkPurpose.RENEWAL,
        address=f"{domain.code_mailbox}@{domain.name}",
        handle_hash=handle.hash,
        handle_encrypted=secrets.encrypt(rules.LINK_SECRET, handle.text),
        made_at=now,
        until=now + LASTS,
    )

    record(DomainRenewalAsked(domain=domain.name, mailbox=domain.code_mailbox, link=str(link.id)), by=by, on=domain)
