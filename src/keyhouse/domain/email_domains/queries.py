"""Questions about email domains."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.errors import NoSuchDomain
from keyhouse.domain.email_domains.models import VERIFIED, DomainState, EmailDomain
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import outbound
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def domains(by: Actor) -> list[EmailDomain]:
    """The domains of the actor's organization, by name. Raises NotAllowed."""
    authorize(by, Permission.DOMAINS_VIEW, on=facts_of(by.organization_id))
    return list(EmailDomain.objects.of(by.organization_id).order_by("name"))


def domain(by: Actor, identifier: int) -> EmailDomain:
    """One domain of the actor's organization. Raises NoSuchDomain."""
    found = EmailDomain.objects.of(by.organization_id or 0).filter(id=identifier).first()
    if found is None:
        raise NoSuchDomain()
    return found


def named(organization: Organization | int, name: str) -> EmailDomain | None:
    """The row of an organization for this very name."""
    return EmailDomain.objects.of(organization).filter(name=rules.folded(name) or "").first()


def domain_of(email: str, organization: Organization | int) -> EmailDomain | None:
    """The domain of the organization that an address falls under, or None.

    The exact name wins; else the closest parent that was verified with its subdomains, unless another organization
    has verified a name between.
    """
    name = rules.folded(email.rpartition("@")[2]) or ""
    parents = _parents(name)
    rows = EmailDomain.objects.of(organization).filter(
        Q(name=name) | Q(name__in=parents, include_subdomains=True, state__in=VERIFIED)
    )
    found = sorted(rows, key=lambda row: len(row.name), reverse=True)
    if not found or found[0].name == name:
        return found[0] if found else None
    between = [one for one in [name, *parents] if len(one) > len(found[0].name)]
    return None if _verified_by_somebody(between).exists() else found[0]


def is_verified(organization: Organization | int, name: str) -> bool:
    """Whether the organization has verified the domain of this name, itself or by a parent with its subdomains."""
    found = domain_of(f"@{name}", organization)
    return found is not None and found.is_verified


def verified(organization: Organization | int) -> list[EmailDomain]:
    """The domains that an organization has verified, by name."""
    return list(EmailDomain.objects.of(organization).filter(state__in=VERIFIED).order_by("name"))


def owner_elsewhere(row: EmailDomain) -> EmailDomain | None:
    """The verified row of the same name in another organization, if there is one."""
    return _verified_by_somebody([row.name]).exclude(organization_id=row.organization_id).first()


def lapsed_elsewhere(row: EmailDomain) -> list[EmailDomain]:
    """The lapsed rows of the same name in other organizations; a new proof wins over them."""
    rows = EmailDomain.objects.everywhere(reason="a new proof wins over a lapsed one of another organization")
    return list(rows.filter(name=row.name, state=DomainState.LAPSED).exclude(organization_id=row.organization_id))


def waiting_for_dns(now: dt.datetime) -> list[EmailDomain]:
    """The domains of all organizations whose TXT record was looked for in vain and may still appear.

    For an hour after the claim each time, then once an hour, until 72 hours have passed.
    """
    rows = EmailDomain.objects.everywhere(reason="one schedule looks for the records of all organizations")
    waiting = rows.filter(state=DomainState.CLAIMED, method="dns", claimed_at__gt=now - rules.DNS_WAITS)
    return [
        row for row in waiting if row.claimed_at > now - HOUR or row.checked_at is None or row.checked_at < now - HOUR
    ]


def due_for_check(now: dt.datetime) -> list[EmailDomain]:
    """The domains of all organizations whose proof is to be looked for again: daily, and hourly once it was missed."""
    rows = EmailDomain.objects.everywhere(reason="one schedule checks the proofs of all organizations")
    proved = rows.filter(state__in=[*VERIFIED, DomainState.LAPSED], method__in=["dns", "file"])
    missed = Q(failing_since__isnull=False, state=DomainState.VERIFIED, checked_at__lt=now - HOUR)
    return list(proved.filter(Q(checked_at=None) | Q(checked_at__lt=now - DAY) | missed).order_by("id"))


def evidence_of(row: EmailDomain, method: str) -> Evidence:
    """Look for the proof of a domain at the domain itself; call it outside of transactions.

    Method `dns` asks for the TXT records, `file` fetches the file over https. What is unreachable is evidence too.
    """
    try:
        if method == "file":
            address = f"https://{row.name}{rules.FILE_PATH}"
            text = outbound.get(address, max_bytes=rules.FILE_BYTES).decode("utf-8", "replace")
            return Evidence(method="file", texts=(text,))
        texts = tuple(outbound.txt_records(row.name))
    except outbound.Unreachable as unreachable:
        return Evidence(method=method, problem=str(unreachable))
    return Evidence(method="dns", texts=texts, problem="" if texts else _("the domain has no TXT records"))


def _parents(name: str) -> list[str]:
    labels = name.split(".")
    return [".".join(labels[number:]) for number in range(1, len(labels) - 1)]


def _verified_by_somebody(names: list[str]) -> QuerySet[EmailDomain]:
    rows = EmailDomain.objects.everywhere(reason="one verified owner per domain in the installation")
    found: QuerySet[EmailDomain] = rows.filter(name__in=names, state__in=VERIFIED)
    return found


def owner_of(name: str) -> int | None:
    """The organization that has verified this domain, itself or by its closest verified parent with subdomains."""
    rows = [row for row in _verified_by_somebody([name, *_parents(name)]) if row.name == name or row.include_subdomains]
    closest = max(rows, key=lambda row: len(row.name), default=None)
    return closest.organization_id if closest else None
