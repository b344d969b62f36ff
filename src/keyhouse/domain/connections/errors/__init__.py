"""The rules of connections that can be broken, one file per subject."""

from keyhouse.domain.connections.errors.connections import (
    ConnectionNameTaken,
    NoSuchConnection,
    PermissionNotGivenHere,
    WrongNetwork,
)
from keyhouse.domain.connections.errors.sign_on import (
    BreakGlassMissing,
    DomainElsewhere,
    DomainNotVerified,
    IssuerTaken,
    NoIdentityProvider,
    NotTested,
    SignOnConnectionNotFound,
)

__all__ = [
    "BreakGlassMissing",
    "ConnectionNameTaken",
    "DomainElsewhere",
    "DomainNotVerified",
    "IssuerTaken",
    "NoIdentityProvider",
    "NoSuchConnection",
    "NotTested",
    "PermissionNotGivenHere",
    "SignOnConnectionNotFound",
    "WrongNetwork",
]
