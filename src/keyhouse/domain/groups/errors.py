"""The rules about groups that can be broken."""

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.errors import Conflict, Invalid, NotFound


class NoSuchGroup(NotFound):
    """There is no such group, for the one who asks."""

    code = "no_such_group"
    message = _("This group doesn't exist, or you can't see it.")


class GroupNameTaken(Conflict):
    """Another group of the organization has the name, whatever its letter case."""

    code = "group_name_taken"
    message = _("There is already a group {name}.")
    field = "name"


class GroupNameNeeded(Invalid):
    """A group has a name of at most 100 characters."""

    code = "group_name_needed"
    message = _("Give the group a name of at most 100 characters.")
    field = "name"


class RuleIsBroken(Invalid):
    """The rule of a dynamic group can't be read."""

    code = "group_rule_broken"
    message = _("This rule can't be used: {reason}")
    field = "rule"

    NO_RULE = _("a part of it isn't a condition.")
    NO_CONDITION = _("it needs at least one condition.")
    TOO_MANY = _("it has more than {most} conditions.")
    TOO_DEEP = _("conditions can be nested one level deep, not deeper.")
    DOES_NOT_FIT = _("“{operator}” doesn't fit the field {field}.")
    NO_VALUE = _("say what to compare {field} with.")
    TOO_LONG = _("the value of {field} is longer than {most} characters.")
    NO_SUCH_VALUE = _("{field} is never “{value}”.")


class RuleMakesMembers(Conflict):
    """The members of a dynamic group follow from its rule."""

    code = "rule_makes_members"
    message = _("A rule decides who is in {group}.")
    step = _("Change the rule, or the profile of the person.")


class ConnectionMakesMembers(Conflict):
    """The identity provider decides who is in a provisioned group."""

    code = "connection_makes_members"
    message = _("{connection} decides who is in {group}.")
    step = _("Change the group in the identity provider.")


class NoRuleHere(Conflict):
    """Only a dynamic group has a rule."""

    code = "group_has_no_rule"
    message = _("{group} isn't a dynamic group, so it has no rule.")


class NotInOrganization(Invalid):
    """Only people of the organization can be in its groups."""

    code = "not_in_organization"
    message = _("{name} isn't a person of this organization.")


class EndIsPast(Invalid):
    """A membership ends in the future."""

    code = "membership_end_is_past"
    message = _("The end of a membership lies in the future.")
    field = "until"


class OwnersAreForStaticGroups(Conflict):
    """Only a static group has owners."""

    code = "owners_are_for_static_groups"
    message = _("{group} isn't a static group: nobody but its rule or its connection changes who is in it.")
