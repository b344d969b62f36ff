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
    sentence = _("{actor} trusted the domain {domain}: {reason}.")
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
class DomainWanted(Event):
    """Another organization tried to verify a domain that is verified here."""

    tag = "email_domain.claim.contested"
    title = _("Domain check failed")
    sentence = _("Another organization tried to verify {domain} and was refused.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainLost(Event):
    """A lapsed domain was proved by another organization."""

    tag = "email_domain.claim.lost"
    title = _("Domain lapsed")
    sentence = _("{domain} was verified by another organization; here it isn't verified any more.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainLapsed(Event):
    """The proof of a domain was gone for too long."""

    tag = "email_domain.proof.lapsed"
    title = _("Domain lapsed")
    sentence = _("{domain} lapsed: its proof was gone for 14 days, so nobody new joins by it.")
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
