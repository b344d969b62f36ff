"""What can have happened between organizations about a domain; each stands in both logs where it concerns both."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class ReleaseAsked(Event):
    """An organization asked the owner of a domain to release it."""

    tag = "email_domain.release.requested"
    title = _("Domain release asked")
    sentence = _("{actor} asked for the release of {domain}.")
    outgoing = True
    domain: str


@dataclass(frozen=True, kw_only=True)
class DomainReleased(Event):
    """The owner of a domain released it to the organization that asked."""

    tag = "email_domain.release.given"
    title = _("Domain transferred")
    sentence = _("{domain} was released to the organization that asked for it.")
    outgoing = True
    domain: str
    verified: bool


@dataclass(frozen=True, kw_only=True)
class DomainKept(Event):
    """The owner of a domain kept it."""

    tag = "email_domain.release.declined"
    title = _("Domain release declined")
    sentence = _("The owner of {domain} keeps it.")
    outgoing = True
    domain: str


@dataclass(frozen=True, kw_only=True)
class ReleaseWithdrawn(Event):
    """An ask for release was taken back."""

    tag = "email_domain.release.withdrawn"
    title = _("Domain release asked")
    sentence = _("{actor} took back the request for {domain}.")
    domain: str


@dataclass(frozen=True, kw_only=True)
class TrustMailed(Event):
    """A sole administrator was mailed the link by which she confirms a trusted domain."""

    tag = "email_domain.trust.mailed"
    title = _("Approval requested")
    sentence = _("{actor} was mailed a link to confirm that {domain} is trusted.")
    outgoing = True
    domain: str
    link: str
