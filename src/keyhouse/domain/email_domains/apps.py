"""The module email_domains as a Django app."""

from keyhouse.foundation.modules import Module


class EmailDomains(Module):
    """Domains claimed, verified, lapsed."""

    name = "keyhouse.domain.email_domains"
    label = "email_domains"
