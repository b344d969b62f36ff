"""The module credentials as a Django app."""

from keyhouse.foundation.modules import Module


class Credentials(Module):
    """Passwords, authenticator apps, recovery codes and links: what a person proves herself by here."""

    name = "keyhouse.domain.credentials"
    label = "credentials"
