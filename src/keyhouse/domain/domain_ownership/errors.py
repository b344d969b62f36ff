"""The rules about who owns a domain that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchRelease(NotFound):
    """There is no such ask for release, for the one who asks."""

    code = "no_such_domain_release"
    message = _("This request for a domain doesn't exist, or you can't see it.")


class NothingToRelease(Conflict):
    """No other organization has verified the domain, so it can be verified at once."""

    code = "nothing_to_release"
    message = _("No other organization has verified {name} any more.")
    step = _("Verify it now.")


class ProveFirst(Invalid):
    """Whoever asks for a domain has shown within the last days that she controls it."""

    code = "prove_domain_first"
    message = _("Show first that you control {name}: its proof was seen last more than 7 days ago, or never.")
    step = _("Choose a method and check it; then ask again.")


class AskedForRelease(Conflict):
    """The owner was asked already."""

    code = "domain_release_asked_already"
    message = _("You asked for {name} already. You can ask again 30 days after the owner kept it.")


class ReleaseClosed(Conflict):
    """The request was answered or withdrawn."""

    code = "domain_release_closed"
    message = _("This request for {name} was answered or withdrawn already.")


class TrustNeedsSecondAdmin(Conflict):
    """A sole administrator confirms by her own mail only while she is new."""

    code = "trust_needs_second_admin"
    message = _("{name} can be trusted only when a second System admin approves it.")
    step = _("Give another person the role System admin; then ask for approval.")


class TrustNeedsApprovers(Conflict):
    """Where other administrators can decide, nobody confirms by her own mail."""

    code = "trust_needs_approvers"
    message = _("Another System admin approves {name}; ask for approval.")
