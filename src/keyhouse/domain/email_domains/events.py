"""What can have happened to email domains."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class DomainAdded(Event):
    """A domain was claimed."""

    tag = "email_domain.claim.added"
    title = _("Domain added")
    sentence = _("{actor} added the domain {domain}.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainVerified(Event):
    """Control of a domain was proved."""

    tag = "email_domain.proof.verified"
    title = _("Domain verified")
    sentence = _("{actor} verified the domain {domain} by {method}.")
    outgoing = True
    domain: str
    method: str


@dataclass(frozen=True, kw_only=True)
class DomainTrusted(Event):
    """A domain that can't be proved was trusted."""

    tag = "email_domain.trust.given"
    title = _("Domain trusted")
    sentence = _("{actor} trusted the domain {domain}: {reason}")
    outgoing = True
    domain: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DomainCheckFailed(Event):
    """A proof of a domain was not found, or not accepted."""

    tag = "email_domain.check.failed"
    title = _("Domain check failed")
    sentence = _("A check of {domain} failed: {found}")
    domain: str
    rule: str
    found: str


@dataclass(frozen=True, kw_only=True)
class DomainRecordAwaited(Event):
    """The TXT record of a domain is looked for by itself."""

    tag = "email_domain.record.awaited"
    title = _("Domain check started")
    sentence = _("{actor} asked to look for the TXT record of {domain} for 72 hours.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainFailing(Event):
    """The proof of a domain has been missing for a day or more, and the domain will lapse."""

    tag = "email_domain.proof.missed"
    title = _("Domain check failed")
    sentence = _("The proof of {domain} is missing. The domain lapses in {days} days unless it is put back.")
    outgoing = True
    domain: str
    day: int
    days: int


@dataclass(frozen=True, kw_only=True)
class DomainRecovered(Event):
    """The proof of a domain is there again, or was renewed."""

    tag = "email_domain.proof.renewed"
    title = _("Domain verified")
    sentence = _("The proof of {domain} by {method} is there again.")
    outgoing = True
    domain: str
    method: str


@dataclass(frozen=True, kw_only=True)
class DomainRenewalAsked(Event):
    """The mailbox that proved a domain was asked again."""

    tag = "email_domain.renewal.sent"
    title = _("Domain check started")
    sentence = _("{mailbox}@{domain} was asked whether {domain} is still the organization's.")
    outgoing = True
    domain: str
    mailbox: str
    link: str


@dataclass(frozen=True, kw_only=True)
class SubdomainsIncluded(Event):
    """The proof of a domain holds for its subdomains too."""

    tag = "email_domain.subdomains.included"
    title = _("Domain verified")
    sentence = _("{actor} included the subdomains of {domain}.")
    outgoing = True
    domain: str


@dataclass(frozen=True, kw_only=True)
class SubdomainsExcluded(Event):
    """The proof of a domain holds for it alone again."""

    tag = "email_domain.subdomains.excluded"
    title = _("Domain edited")
    sentence = _("{actor} took the subdomains of {domain} out of its proof.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainTrustAsked(Event):
    """Trust in a domain was asked for."""

    tag = "email_domain.trust.requested"
    title = _("Approval requested")
    sentence = _("{actor} asked to trust the domain {domain}: {reason}")
    domain: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class DomainTrustNotGiven(Event):
    """A domain that waited for trust is not trusted."""

    tag = "email_domain.trust.ended"
    title = _("Approval declined")
    sentence = _("{domain} wasn't trusted.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainWanted(Event):
    """Another organization tried to verify a domain that is verified here."""

    tag = "email_domain.claim.contested"
    title = _("Domain check failed")
    sentence = _("Another organization tried to verify {domain} and was refused.")
    outgoing = True
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainLost(Event):
    """A lapsed domain was proved by another organization."""

    tag = "email_domain.claim.lost"
    title = _("Domain lapsed")
    sentence = _("{domain} was verified by another organization; here it isn't verified any more.")
    outgoing = True
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainLapsed(Event):
    """The proof of a domain was gone for too long."""

    tag = "email_domain.proof.lapsed"
    title = _("Domain lapsed")
    sentence = _("{domain} lapsed: its proof was gone for 14 days, so nobody new joins by it.")
    outgoing = True
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainCodeSent(Event):
    """A code was mailed to a mailbox of a domain."""

    tag = "email_domain.code.sent"
    title = _("Domain check started")
    sentence = _("{actor} asked for a code at {mailbox}@{domain}.")
    outgoing = True
    domain: str
    mailbox: str


@dataclass(frozen=True, kw_only=True)
class DomainRemoved(Event):
    """A domain was removed."""

    tag = "email_domain.claim.removed"
    title = _("Domain removed")
    sentence = _("{actor} removed the domain {domain}.")
    domain: str
