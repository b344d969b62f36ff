"""The rules about email domains that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchDomain(NotFound):
    """There is no such domain, for the one who asks."""

    code = "no_such_domain"
    message = _("This domain isn't there, or you can't see it.")


class NotADomainName(Invalid):
    """The text is no name of a domain."""

    code = "not_a_domain_name"
    message = _("“{name}” isn't a domain. Enter the part after the @, like acme.example.")


class PublicDomain(Invalid):
    """Anybody can have an address or a name there."""

    code = "public_domain"
    message = _("This is a public email domain and can't belong to an organization.")
    step = _("People with an address at {name} can still be added one by one.")


class AlreadyClaimed(Conflict):
    """The organization has this domain already."""

    code = "domain_already_claimed"
    message = _("{name} is already in your list.")


class VerifiedElsewhere(Conflict):
    """Another organization has proved the domain."""

    code = "domain_verified_elsewhere"
    message = _("This domain is verified by another organization.")
    step = _("Open {name} and choose Ask for release.")


class ProofNotFound(Invalid):
    """The proof is not where it was looked for."""

    code = "domain_proof_not_found"
    message = _("The proof of {name} wasn't found: {found}.")


class CodeNotSent(Invalid):
    """The code cannot be mailed there, or not so often."""

    code = "domain_code_not_sent"
    message = _("No code was sent: {reason}.")


class WrongDomainCode(Invalid):
    """The code is wrong, too old, or was tried too often."""

    code = "wrong_domain_code"
    message = _("This code isn't right or has expired. {left} tries are left.")
    step = _("When none is left or 15 minutes are over, send a new code.")


class DomainIsRouted(Conflict):
    """A sign-on connection routes the people of this domain."""

    code = "domain_is_routed"
    message = _("{name} is assigned to a sign-on connection.")
    step = _("Take it off the connection in Single sign-on first.")


class AlreadyVerified(Conflict):
    """The domain is verified, so there is nothing to wait for."""

    code = "domain_already_verified"
    message = _("{name} is verified already.")


class SubdomainsNeedRecord(Invalid):
    """Only a TXT record proves the domains below it too."""

    code = "subdomains_need_record"
    message = _("Subdomains can be included only where {name} is verified by a DNS TXT record.")
    step = _("Verify it by DNS TXT record first.")


class NotProvedByMail(Conflict):
    """The domain was not proved by a mailed code, so no mail renews it."""

    code = "domain_not_proved_by_mail"
    message = _("{name} wasn't verified by email, so there is no mail to renew it by.")


class DomainLinkOver(NotFound):
    """The link about a domain was used, replaced, or is too old."""

    code = "domain_link_over"
    message = _("This link was used, replaced by a newer one, or is too old.")


class ReasonNeeded(Invalid):
    """To trust a domain without proof, a reason is needed."""

    code = "domain_reason_needed"
    message = _("Enter the reason why this domain is to be trusted.")
    field = "reason"
