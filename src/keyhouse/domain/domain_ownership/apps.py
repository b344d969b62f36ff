"""The module domain_ownership as a Django app."""

from keyhouse.foundation.modules import Module


class DomainOwnership(Module):
    """Who owns a domain: what depends on it, and its passing from one organization to another."""

    name = "keyhouse.domain.domain_ownership"
    label = "domain_ownership"
