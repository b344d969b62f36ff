"""What can be done with organizations."""

from keyhouse.domain.organizations.actions.create_set_up_link import create_set_up_link
from keyhouse.domain.organizations.actions.set_up_organization import set_up_organization

__all__ = ["create_set_up_link", "set_up_organization"]
