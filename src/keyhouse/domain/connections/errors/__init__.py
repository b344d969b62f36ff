"""The rules of connections that can be broken, one file per subject."""

from keyhouse.domain.connections.errors.sign_on import (
    BreakGlassMissing,
    DomainElsewhere,
    DomainNotVerified,
    IssuerTaken,
    NameTaken,
    NoIdentityProvider,
    NotTested,
    SignOnConnectionNotFound,
)

__all__ = [
    "BreakGlassMissing",
    "DomainElsewhere",
    "DomainNotVerified",
    "IssuerTaken",
    "NameTaken",
    "NoIdentityProvider",
    "NotTested",
    "SignOnConnectionNotFound",
]
