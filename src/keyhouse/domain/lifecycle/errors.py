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


class OnHold(Conflict):
    """An administrator holds the account against the connection."""

    code = "account_on_hold"
    message = _("An administrator holds the account of {email}: it stays as it is until the hold is lifted.")


class TooLate(Conflict):
    """The account can't be brought back any more."""

    code = "too_late_to_reactivate"
    message = _("The account of {email} was deactivated more than {days} days ago.")


class AddressMoved(Conflict):
    """The address has gone to another account meanwhile."""

    code = "address_moved"
    message = _("{email} belongs to another account now. Choose a new address first.")


class AccountClaimed(Conflict):
    """The connection doesn't delete accounts that were activated."""

    code = "account_claimed"
    message = _("account is claimed; set active to false")


class DeactivateFirst(Conflict):
    """An activated account is deactivated before it is deleted."""

    code = "deactivate_first"
    message = _("The account of {email} is {state}: deactivate it before you delete it.")
