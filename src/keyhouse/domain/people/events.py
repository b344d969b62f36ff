"""What can have happened to a person's account."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class PersonCreated(Event):
    """An account was created."""

    tag = "person.account.created"
    title = _("Account created")
    sentence = _("{actor} created the account of {email}.")
    personal = frozenset({"email"})
    email: str
    state: str


@dataclass(frozen=True, kw_only=True)
class PersonChanged(Event):
    """Fields of a profile were changed."""

    tag = "person.profile.changed"
    title = _("Account edited")
    sentence = _("{actor} changed {fields} of {email}.")
    personal = frozenset({"email", "before", "after"})
    email: str
    fields: str
    before: dict[str, str]
    after: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class AddressChanged(Event):
    """The address of an account was changed."""

    tag = "person.address.changed"
    title = _("Email changed")
    sentence = _("{actor} changed the email of {before} to {email}.")
    personal = frozenset({"email", "before"})
    outgoing = True
    email: str
    before: str


@dataclass(frozen=True, kw_only=True)
class ExternalIdChanged(Event):
    """What a connection calls a person was changed."""

    tag = "person.external_id.changed"
    title = _("Account edited")
    sentence = _("{actor} changed the external ID of {email}.")
    personal = frozenset({"email"})
    email: str


@dataclass(frozen=True, kw_only=True)
class StateEvent(Event):
    """The account went from one state to another."""

    personal: ClassVar[frozenset[str]] = frozenset({"email", "reason"})
    email: str
    before: str
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class PersonInvited(StateEvent):
    """An account was invited to be activated."""

    tag = "person.account.invited"
    title = _("Account invited")
    sentence = _("{actor} invited {email} to activate the account.")
    outgoing = True


@dataclass(frozen=True, kw_only=True)
class PersonActivated(StateEvent):
    """An account was activated."""

    tag = "person.account.activated"
    title = _("Account activated")
    sentence = _("{email} activated the account.")


@dataclass(frozen=True, kw_only=True)
class PersonSuspended(StateEvent):
    """An account was suspended."""

    tag = "person.account.suspended"
    title = _("Account suspended")
    sentence = _("{actor} suspended the account of {email}.")


@dataclass(frozen=True, kw_only=True)
class PersonUnsuspended(StateEvent):
    """A suspension was lifted."""

    tag = "person.account.unsuspended"
    title = _("Account unsuspended")
    sentence = _("{actor} lifted the suspension of {email}; before, the account was {before}.")


@dataclass(frozen=True, kw_only=True)
class PersonLocked(StateEvent):
    """An account was locked by the system."""

    tag = "person.account.locked"
    title = _("Account locked")
    sentence = _("The account of {email} was locked.")
    outgoing = True


@dataclass(frozen=True, kw_only=True)
class PersonUnlocked(StateEvent):
    """A locked account was unlocked."""

    tag = "person.account.unlocked"
    title = _("Account unlocked")
    sentence = _("{actor} unlocked the account of {email}.")
    outgoing = True


@dataclass(frozen=True, kw_only=True)
class PersonDeactivated(StateEvent):
    """An account was deactivated."""

    tag = "person.account.deactivated"
    title = _("Account deactivated")
    sentence = _("{actor} deactivated the account of {email}; before, it was {before}.")
    outgoing = True


@dataclass(frozen=True, kw_only=True)
class PersonReactivated(StateEvent):
    """A deactivated account was brought back."""

    tag = "person.account.reactivated"
    title = _("Account reactivated")
    sentence = _("{actor} reactivated the account of {email}.")
    outgoing = True


@dataclass(frozen=True, kw_only=True)
class PersonDeleted(Event):
    """An account was deleted."""

    tag = "person.account.deleted"
    title = _("Account deleted")
    sentence = _("{actor} deleted the account of {email}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str


@dataclass(frozen=True, kw_only=True)
class PersonAdopted(Event):
    """A connection took an account over that was made by hand."""

    tag = "person.account.adopted"
    title = _("Account edited")
    sentence = _("The account of {email} is now managed by {connection}.")
    personal = frozenset({"email"})
    outgoing = True
    email: str
    connection: str


@dataclass(frozen=True, kw_only=True)
class PersonReleased(Event):
    """A connection let go of an account."""

    tag = "person.account.released"
    title = _("Account edited")
    sentence = _("The account of {email} is no longer managed by {connection}.")
    personal = frozenset({"email"})
    email: str
    connection: str


@dataclass(frozen=True, kw_only=True)
class HoldChanged(Event):
    """An administrator's hold was set or lifted, or a connection's wish was remembered."""

    tag = "person.hold.changed"
    title = _("Account edited")
    sentence = _("{actor} changed the hold of {email}.")
    personal = frozenset({"email"})
    email: str
    hold: bool
    remembered: bool | None


@dataclass(frozen=True, kw_only=True)
class SignInMethodChanged(Event):
    """How a person signs in was changed."""

    tag = "person.sign_in_method.changed"
    title = _("Account edited")
    sentence = _("{actor} changed the sign-in method of {email} from {before} to {method}.")
    personal = frozenset({"email"})
    email: str
    before: str
    method: str
