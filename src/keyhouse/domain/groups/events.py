"""What can have happened to groups and the people in them."""

from dataclasses import dataclass

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
