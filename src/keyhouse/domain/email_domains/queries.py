"""Questions about email domains."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from keyhouse.domain.email_domains import rules
from keyhouse.domain.email_domains.errors import DomainLinkOver, NoSuchDomain
from keyhouse.domain.email_domains.models import VERIFIED, DomainLink, DomainState
from keyhouse.domain.email_domains.models import EmailDomain as EmailDomain
from keyhouse.domain.email_domains.models import LinkPurpose as LinkPurpose
from keyhouse.domain.email_domains.rules import Evidence
from keyhouse.domain.organizations.models import Organization
from keyhouse.foundation import clock, outbound, secrets
from keyhouse.foundation.permissions import Actor, Facts, Permission, authorize, facts_of


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


def locked(row: EmailDomain) -> EmailDomain:
    """The same domain read anew, its row locked until the transaction ends. Raises NoSuchDomain."""
    found = EmailDomain.objects.of(row.organization_id).select_for_update().filter(id=row.id).first()
    if found is None:
        raise NoSuchDomain()
    return found


def again(row: EmailDomain) -> EmailDomain:
    """The same domain as it stands in the table now."""
    found: EmailDomain = EmailDomain.objects.of(row.organization_id).get(id=row.id)
    return found


def named(organization: Organization | int, name: str) -> EmailDomain | None:
    """The row of an organization for this very name."""
    return EmailDomain.objects.of(organization).filter(name=rules.folded(name) or "").first()


def domain_of(email: str, organization: Organization | int) -> EmailDomain | None:
    """The domain of the organization that an address falls under, or None.

    The most specific verified one wins: the name itself, or the closest parent that was verified with its subdomains
    unless another organization has verified a name between. Where none is verified, the very name counts as it is.
    """
    name = rules.folded(email.rpartition("@")[2]) or ""
    parents = _parents(name)
    rows = EmailDomain.objects.of(organization).filter(
        Q(name=name) | Q(name__in=parents, include_subdomains=True, state__in=VERIFIED)
    )
    found = sorted(rows, key=lambda row: len(row.name), reverse=True)
    exact = found[0] if found and found[0].name == name else None
    closest = next((row for row in found if row.is_verified), None)
    if closest is None or closest is exact:
        return exact
    between = [one for one in [name, *parents] if len(one) > len(closest.name)]
    return exact if _verified_by_others(between, organization) else closest


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


def due_for_check(now: dt.datetime) -> list[tuple[int, int]]:
    """The domains of all organizations to be looked at now, as (organization, domain)."""
    rows = EmailDomain.objects.everywhere(reason="one schedule looks at the domains of all organizations")
    return list(rows.filter(next_check_at__lte=now).order_by("next_check_at").values_list("organization_id", "id"))


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


def _verified_by_others(names: list[str], organization: Organization | int) -> bool:
    mine = organization if isinstance(organization, int) else organization.id
    return bool(_verified_by_somebody(names).exclude(organization_id=mine).exists())


def _verified_by_somebody(names: list[str]) -> QuerySet[EmailDomain]:
    rows = EmailDomain.objects.everywhere(reason="one verified owner per domain in the installation")
    found: QuerySet[EmailDomain] = rows.filter(name__in=names, state__in=VERIFIED)
    return found


def owner_of(name: str) -> int | None:
    """The organization that has verified this domain, itself or by its closest verified parent with subdomains."""
    rows = [row for row in _verified_by_somebody([name, *_parents(name)]) if row.name == name or row.include_subdomains]
    closest = max(rows, key=lambda row: len(row.name), default=None)
    return closest.organization_id if closest else None


def link_of(secret: str, purpose: LinkPurpose) -> DomainLink:
    """The link about a domain with this secret that can still be used. Raises DomainLinkOver."""
    rows = DomainLink.objects.everywhere(reason="a link is found by its secret, and tells its organization")
    found = rows.select_related("domain", "organization").filter(handle_hash=secrets.hash_of(secret)).first()
    if found is None or found.purpose != purpose:
        raise DomainLinkOver()
    link: DomainLink = found
    ensure_good(link)
    return link


def ensure_good(link: DomainLink) -> None:
    """Refuse a link that was used, replaced, or is too old. Raises DomainLinkOver."""
    rows = DomainLink.objects.of(link.organization_id)
    if not rows.filter(id=link.id, used_at=None, until__gt=clock.now()).exists():
        raise DomainLinkOver()


def facts_of_link(link: DomainLink) -> Facts:
    """What using a link is decided on."""
    return Facts(organization_id=link.organization_id, link=link.handle_hash)


def listed(by: Actor, *, search: str = "", state: str = "") -> list[EmailDomain]:
    """The domains of the actor's organization whose name holds the text, of one state, by name. Raises NotAllowed."""
    wanted = search.strip().casefold()
    found = domains(by)
    return [row for row in found if wanted in row.name and (not state or row.state == state)]
