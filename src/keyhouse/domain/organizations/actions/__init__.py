"""What can be done with organizations."""

from keyhouse.domain.organizations.actions.change_security_settings import change_security_settings
from keyhouse.domain.organizations.actions.change_two_factor_rules import change_two_factor_rules
from keyhouse.domain.organizations.actions.create_set_up_link import create_set_up_link
from keyhouse.domain.organizations.actions.set_up_organization import set_up_organization

__all__ = ["change_security_settings", "change_two_factor_rules", "create_set_up_link", "set_up_organization"]
