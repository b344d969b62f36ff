"""The module group_membership as a Django app."""

from keyhouse.foundation.modules import Module


class GroupMembership(Module):
    """Who is in a group: members by hand, by rule and until a day, and what follows from it."""

    name = "keyhouse.domain.group_membership"
    label = "group_membership"
