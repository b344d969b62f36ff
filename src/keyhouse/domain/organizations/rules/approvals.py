"""Which deeds wait for a second administrator, by the policy of the organization."""

import enum
from typing import NamedTuple, Self

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from keyhouse.domain.organizations.models import Approvals, SecuritySettings

Text = str | Promise


class Weight(enum.Enum):
    """Which policy asks for a second administrator."""

    ALWAYS = "always"
    SENSITIVE = "sensitive"
    DANGEROUS = "dangerous"


class Deed(enum.StrEnum):
    """Something that may need a second administrator: its name, its words, and which policy asks for one."""

    label: Text
    weight: Weight

    def __new__(cls, name: str, label: Text = "", weight: Weight = Weight.DANGEROUS) -> Self:
        """Keep the words and the weight beside the name."""
        deed = str.__new__(cls, name)
        deed._value_ = name
        deed.label, deed.weight = label, weight
        return deed

    ASSIGN_SYSTEM_ADMIN = "assign_system_admin", _("Assign System admin"), Weight.SENSITIVE
    ASSIGN_ROLE = "assign_role", _("Assign an admin role")
    REMOVE_ROLE = "remove_role", _("Remove an admin role")
    CREATE_ROLE = "create_role", _("Create an admin role")
    EDIT_ROLE = "edit_role", _("Edit an admin role")
    DELETE_ROLE = "delete_role", _("Delete an admin role")
    ADD_TO_ADMIN_GROUP = "add_to_admin_group", _("Add people to a group of System admins"), Weight.SENSITIVE
    ADD_TO_ROLE_GROUP = "add_to_role_group", _("Add people to a group that carries an admin role")
    EDIT_PRESET = "edit_preset", _("Edit a people preset"), Weight.SENSITIVE
    GIVE_BY_PRESET = "give_by_preset", _("Give by a preset what one can't give alone"), Weight.ALWAYS
    TRUST_DOMAIN = "trust_domain", _("Trust a domain"), Weight.ALWAYS
    ACTIVATE_SSO = "activate_sso", _("Activate single sign-on")
    TURN_OFF_SSO = "turn_off_sso", _("Turn single sign-on off"), Weight.SENSITIVE
    CHANGE_SSO = "change_sso", _("Change single sign-on"), Weight.SENSITIVE
    END_TWO_FACTOR = "end_two_factor", _("End the two-factor requirement"), Weight.SENSITIVE
    WEAKEN_APPROVALS = "weaken_approvals", _("Ask for fewer approvals"), Weight.SENSITIVE
    DELETE_ORGANIZATION = "delete_organization", _("Delete Admin Center"), Weight.SENSITIVE
    RELEASE_BRAKE = "release_brake", _("Release the provisioning brake"), Weight.SENSITIVE
    REMOVE_FULL_CONTROL = "remove_full_control", _("Remove a person with full control"), Weight.SENSITIVE
    TAKE_FULL_CONTROL = "take_full_control", _("Take full control of a portfolio")
    DELETE_PERSON = "delete_person", _("Delete a person")


WITH_EVERY_ROLE_CHANGE = frozenset(  # and fewer approvals, or that policy would be no protection
    {
        Deed.ASSIGN_SYSTEM_ADMIN,
        Deed.ASSIGN_ROLE,
        Deed.REMOVE_ROLE,
        Deed.CREATE_ROLE,
        Deed.EDIT_ROLE,
        Deed.DELETE_ROLE,
        Deed.ADD_TO_ADMIN_GROUP,
        Deed.ADD_TO_ROLE_GROUP,
        Deed.WEAKEN_APPROVALS,
    }
)


class Change(NamedTuple):
    """One line of what a deed changes: the thing, how it is, and how it will be."""

    what: str
    before: str
    after: str


def needs_second_admin(deed: Deed, settings: SecuritySettings) -> bool:
    """Whether the policy of an organization asks for a second administrator for this deed."""
    if deed.weight is Weight.ALWAYS or (settings.approve_every_role_change and deed in WITH_EVERY_ROLE_CHANGE):
        return True
    if settings.approvals == Approvals.ALL_DANGEROUS:
        return True
    return settings.approvals == Approvals.SENSITIVE and deed.weight is Weight.SENSITIVE
