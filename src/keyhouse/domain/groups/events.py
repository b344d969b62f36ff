"""What can have happened to groups and the people in them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class PlacesPaused(Event):
    """The group memberships of a person who left were suspended."""

    tag = "person.groups.paused"
    title = _("Group edited")
    sentence = _("The group memberships of {email} were suspended: {groups}.")
    personal = frozenset({"email"})
    email: str
    groups: str


@dataclass(frozen=True, kw_only=True)
class PlacesResumed(Event):
    """The group memberships of a person who came back count again."""

    tag = "person.groups.restored"
    title = _("Group edited")
    sentence = _("The group memberships of {email} count again: {groups}.")
    personal = frozenset({"email"})
    email: str
    groups: str


@dataclass(frozen=True, kw_only=True)
class GroupCreated(Event):
    """A group was created."""

    tag = "group.created"
    title = _("Group created")
    sentence = _("{actor} created the {kind} group {group}.")
    group: str
    kind: str


@dataclass(frozen=True, kw_only=True)
class GroupEdited(Event):
    """The name or the description of a group was changed."""

    tag = "group.edited"
    title = _("Group edited")
    sentence = _("{actor} edited the group {group}: {fields}.")
    group: str
    fields: str
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class GroupDeleted(Event):
    """A group was deleted, with everything that it gave."""

    tag = "group.deleted"
    title = _("Group deleted")
    sentence = _("{actor} deleted the group {group} with {number} members; it was used by {used_by}.")
    group: str
    number: int
    used_by: str


@dataclass(frozen=True, kw_only=True)
class PersonJoinedGroup(Event):
    """One person was added to a group."""

    tag = "group.person.added"
    title = _("Group edited")
    sentence = _("{actor} added {email} to the group {group}.")
    personal = frozenset({"email"})
    group: str
    email: str
    until: str


@dataclass(frozen=True, kw_only=True)
class PersonLeftGroup(Event):
    """One person was removed from a group."""

    tag = "group.person.removed"
    title = _("Group edited")
    sentence = _("{actor} removed {email} from the group {group}.")
    personal = frozenset({"email"})
    group: str
    email: str


@dataclass(frozen=True, kw_only=True)
class MembersAdded(Event):
    """Several people were added to a group; `people` are their ids."""

    tag = "group.people.added"
    title = _("Group edited")
    sentence = _("{actor} added {number} people to the group {group}.")
    group: str
    number: int
    people: list[str]
    until: str


@dataclass(frozen=True, kw_only=True)
class MembersRemoved(Event):
    """Several people were removed from a group; `people` are their ids."""

    tag = "group.people.removed"
    title = _("Group edited")
    sentence = _("{actor} removed {number} people from the group {group}.")
    group: str
    number: int
    people: list[str]


@dataclass(frozen=True, kw_only=True)
class MembershipsExpired(Event):
    """The memberships of people in a group ended on their day; `people` are their ids."""

    tag = "group.people.expired"
    title = _("Group edited")
    sentence = _("The membership of {number} people in the group {group} ended.")
    group: str
    number: int
    people: list[str]


@dataclass(frozen=True, kw_only=True)
class OwnersChosen(Event):
    """Who owns a group was changed."""

    tag = "group.owners.chosen"
    title = _("Group edited")
    sentence = _("{actor} chose the owners of the group {group}: {owners}.")
    personal = frozenset({"owners"})
    group: str
    owners: str


@dataclass(frozen=True, kw_only=True)
class RuleChanged(Event):
    """The rule of a dynamic group was changed."""

    tag = "group.rule.changed"
    title = _("Group edited")
    sentence = _("{actor} changed the rule of the group {group}: {count} match.")
    group: str
    count: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class MembersSettled(Event):
    """Who is in a dynamic group was computed anew; `joined` and `left` are ids of people."""

    tag = "group.members.settled"
    title = _("Group edited")
    sentence = _("The rule of the group {group} was applied: {joining} joined, {leaving} left.")
    group: str
    joining: int
    leaving: int
    joined: list[str]
    left: list[str]


@dataclass(frozen=True, kw_only=True)
class GroupsFollowed(Event):
    """The dynamic groups of a person followed a change of her profile or state."""

    tag = "person.groups.changed"
    title = _("Group edited")
    sentence = _("The rules of groups followed a change of {email}: joined {joined}; left {left}.")
    personal = frozenset({"email"})
    email: str
    joined: str
    left: str
