"""The rules of sign-on connections that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class SignOnConnectionNotFound(NotFound):
    """There is no such sign-on connection, for you."""

    code = "sign_on_connection_not_found"
    message = _("This single sign-on connection doesn't exist, or you can't see it.")


class IssuerTaken(Conflict):
    """An issuer belongs to one connection of an organization."""

    code = "issuer_taken"
    message = _("The connection {other} already uses the issuer {issuer}.")


class NoIdentityProvider(Invalid):
    """The connection doesn't know its identity provider yet."""

    code = "no_identity_provider"
    message = _("{connection} doesn't know its identity provider yet: load its metadata first.")


class NotTested(Invalid):
    """A connection is tried before it is switched on."""

    code = "connection_not_tested"
    message = _("{connection} wasn't tested since its settings changed: test it first.")


class DomainNotVerified(Invalid):
    """Only verified domains are routed to a connection."""

    code = "domain_not_verified"
    message = _("{domain} isn't verified, so nobody is sent to {connection} because of it.")


class DomainElsewhere(Conflict):
    """A domain is routed to one connection."""

    code = "domain_routed_elsewhere"
    message = _("{domain} is already assigned to {other}.")


class BreakGlassMissing(Invalid):
    """Somebody must still get in when the identity provider fails."""

    code = "break_glass_missing"
    message = _(
        "No System admin could sign in without the identity provider: one must be Password only, managed by no "
        "connection, and have a second factor."
    )
