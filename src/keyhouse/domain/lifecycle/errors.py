"""The rules of an account's life that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid


class AlreadyProvisioned(Conflict):
    """The connection has created this person before."""

    code = "already_provisioned"
    message = _("externalId {value} already belongs to a person of this connection (id {id}).")


class HoldsAdminRole(Conflict):
    """A connection doesn't take over an administrator by itself."""

    code = "holds_admin_role"
    message = _("{email} belongs to an administrator: a System admin decides whether the connection manages her.")


class ManagedElsewhere(Conflict):
    """Another connection manages the account."""

    code = "managed_elsewhere"
    message = _("{email} belongs to an account that another connection manages.")


class LeftByHand(Conflict):
    """The account was deactivated by an administrator."""

    code = "left_by_hand"
    message = _("{email} belongs to a deactivated account: an administrator reactivates it in Admin Center first.")


class DomainFirst(Conflict):
    """The account can't be taken over before its domain is verified."""

    code = "verify_domain_first"
    message = _("{email} is already used in this organization: verify the domain {domain} first.")


class UnverifiedDomain(Invalid):
    """The connection takes nobody from a domain that isn't verified."""

    code = "unverified_domain_refused"
    message = _("The domain {domain} isn't verified, and this connection refuses such people: verify the domain first.")


class ForeignDomain(Invalid):
    """An address can only be changed to one in a verified domain."""

    code = "address_in_foreign_domain"
    message = _("The email can't become {email}: verify the domain {domain} first.")


class LinkNeedsVerifiedDomain(Invalid):
    """Activation links are made for verified domains alone."""

    code = "link_needs_verified_domain"
    message = _("There is no activation link yet: {domain} isn't verified.")
    step = _("Verify the domain first.")
