"""What can have happened to grants."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class GrantsErased(Event):
    """The grants of a person were erased with her account."""

    tag = "person.grants.erased"
    title = _("Assets unassigned")
    sentence = _("Grants of {email} that were erased: {count}.")
    personal = frozenset({"email"})
    email: str
    count: int


@dataclass(frozen=True, kw_only=True)
class AssetsAssigned(Event):
    """Somebody received tasks on assets."""

    tag = "grant.assets.assigned"
    title = _("Assets assigned")
    sentence = _("{actor} gave {subject} {tasks} on {assets}.")
    personal = frozenset({"subject"})
    subject: str
    tasks: str
    assets: str
    until: str = ""


@dataclass(frozen=True, kw_only=True)
class AssetsUnassigned(Event):
    """Somebody lost the tasks that were given directly on assets."""

    tag = "grant.assets.unassigned"
    title = _("Assets unassigned")
    sentence = _("{actor} took {assets} away from {subject}.")
    personal = frozenset({"subject"})
    subject: str
    assets: str


@dataclass(frozen=True, kw_only=True)
class GrantsPromised(Event):
    """An invitation will give tasks on assets at its acceptance."""

    tag = "grant.assets.promised"
    title = _("Assets promised")
    sentence = _("{actor} promised {email} {tasks} on {assets}.")
    personal = frozenset({"email"})
    email: str
    tasks: str
    assets: str


@dataclass(frozen=True, kw_only=True)
class PromisesWithdrawn(Event):
    """What an invitation would have given on assets was taken out of it."""

    tag = "grant.promises.withdrawn"
    title = _("Assets unassigned")
    sentence = _("{actor} took {assets} out of the invitation of {email}.")
    personal = frozenset({"email"})
    email: str
    assets: str


@dataclass(frozen=True, kw_only=True)
class PromisesKept(Event):
    """What an invitation had promised was given."""

    tag = "grant.promises.kept"
    title = _("Assets assigned")
    sentence = _("{subject} received what the invitation had promised: {assets}.")
    personal = frozenset({"subject"})
    subject: str
    assets: str


@dataclass(frozen=True, kw_only=True)
class GrantsEnded(Event):
    """The grants of a person ended with her place in the portfolio, or those on an asset with the asset."""

    tag = "grant.assets.ended"
    title = _("Assets unassigned")
    sentence = _("Grants of {subject} that ended in {portfolio}: {count}.")
    personal = frozenset({"subject"})
    subject: str
    portfolio: str
    count: int
