"""What can be done to many people at once, to whom, and what it would come to for each."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.people.models import SignInMethod
from keyhouse.foundation.errors import Text
from keyhouse.foundation.permissions import Permission

MANY = 20
MANY_PERCENT = 10
DAYS_TO_UNDO = 7


class Deed(enum.StrEnum):
    """What can be done to many people at once."""

    INVITE = "invite"
    DEACTIVATE = "deactivate"
    REACTIVATE = "reactivate"
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    DELETE = "delete"
    SET_METHOD = "set_method"
    ADD_TO_GROUP = "add_to_group"
    REMOVE_FROM_GROUP = "remove_from_group"
    GIVE_PRODUCT = "give_product"
    TAKE_PRODUCT = "take_product"
    SIGN_OUT = "sign_out"
    RESET_PASSWORD = "reset_password"  # noqa: S105 -- the name of a deed


LABELS: dict[Deed, Text] = {
    Deed.INVITE: _("Resend invitation"),
    Deed.DEACTIVATE: _("Deactivate"),
    Deed.REACTIVATE: _("Reactivate"),
    Deed.SUSPEND: _("Suspend"),
    Deed.UNSUSPEND: _("Lift suspension"),
    Deed.DELETE: _("Delete"),
    Deed.SET_METHOD: _("Set sign-in method"),
    Deed.ADD_TO_GROUP: _("Add to group"),
    Deed.REMOVE_FROM_GROUP: _("Remove from group"),
    Deed.GIVE_PRODUCT: _("Give product"),
    Deed.TAKE_PRODUCT: _("Take product"),
    Deed.SIGN_OUT: _("Force sign-out"),
    Deed.RESET_PASSWORD: _("Force password reset"),
}
DANGEROUS = frozenset({Deed.DEACTIVATE, Deed.DELETE, Deed.SUSPEND})
NOT_YOURSELF = DANGEROUS
OPPOSITES = {
    Deed.DEACTIVATE: Deed.REACTIVATE,
    Deed.REACTIVATE: Deed.DEACTIVATE,
    Deed.SUSPEND: Deed.UNSUSPEND,
    Deed.SET_METHOD: Deed.SET_METHOD,
    Deed.ADD_TO_GROUP: Deed.REMOVE_FROM_GROUP,
    Deed.GIVE_PRODUCT: Deed.TAKE_PRODUCT,
}
BESIDES: dict[Deed, Permission] = {
    Deed.GIVE_PRODUCT: Permission.PRODUCTS_MANAGE,
    Deed.TAKE_PRODUCT: Permission.PRODUCTS_MANAGE,
    Deed.ADD_TO_GROUP: Permission.GROUPS_MANAGE,
    Deed.REMOVE_FROM_GROUP: Permission.GROUPS_MANAGE,
}


@dataclass(frozen=True, kw_only=True)
class Choice:
    """The people who were chosen: by their ids, or everybody whom a filter shows."""

    people: tuple[int, ...] = ()
    wanted: Filter | None = None

    def plain(self) -> dict[str, Any]:
        """The same as plain values, without the ids: those become rows."""
        return {} if self.wanted is None else {"filter": self.wanted.plain()}


@dataclass(frozen=True, kw_only=True)
class Details:
    """What a deed needs besides the people: a reason, a sign-in method, a group or a product."""

    reason: str = ""
    method: SignInMethod | None = None
    group_id: int | None = None
    product_id: int | None = None

    def plain(self) -> dict[str, Any]:
        """The same as plain values."""
        ids = {"group_id": self.group_id, "product_id": self.product_id}
        texts = {"reason": self.reason, "method": self.method.value if self.method else ""}
        return {name: value for name, value in {**texts, **ids}.items() if value}

    @classmethod
    def read(cls, values: Mapping[str, Any]) -> Self:
        """The details from plain values."""
        method = values.get("method")
        return cls(
            reason=str(values.get("reason", "")),
            method=SignInMethod(method) if method else None,
            group_id=values.get("group_id"),
            product_id=values.get("product_id"),
        )


class Fate(enum.StrEnum):
    """What would become of a person."""

    WILL = "will"
    NOTHING = "nothing"
    CANNOT = "cannot"


class Verdict(NamedTuple):
    """What would become of a person, and why not."""

    fate: Fate
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a deed would come to: how many of each fate, how often each reason, and the first people of each fate."""

    total: int
    numbers: dict[Fate, int]
    reasons: list[tuple[str, int]]
    first: dict[Fate, list[tuple[int, str, str, str, str]]] = field(default_factory=dict)
    must_type: bool = False


def must_type(deed: Deed, number: int, everybody: int) -> bool:
    """Whether so many are chosen that the number is typed: more than 20, or more than a tenth of all people."""
    return deed in DANGEROUS and number > 1 and (number > MANY or number * 100 > everybody * MANY_PERCENT)


def kept_back(chosen: Iterable[int], admins: Mapping[int, str]) -> tuple[set[int], set[int]]:
    """Who of the chosen would be refused because she is the last System admin, or the last one with a password.

    `admins` are the active System admins with their sign-in methods; the chosen come in the order of their turn.
    """
    left = dict(admins)
    last, last_by_password = set(), set()
    for one in chosen:
        if one not in left:
            continue
        others = {other: method for other, method in left.items() if other != one}
        if not others:
            last.add(one)
        elif left[one] == SignInMethod.PASSWORD and SignInMethod.PASSWORD not in others.values():
            last_by_password.add(one)
        else:
            left = others
    return last, last_by_password


def title(deed: Deed, number: int, name: str) -> str:
    """What a piece of work is called: the deed, the group or product that it is about, and how many people."""
    what = f"{LABELS[deed]}: {name}" if name else str(LABELS[deed])
    return ngettext("{what}, {number} person", "{what}, {number} people", number).format(what=what, number=number)


def undo_title(title: str) -> str:
    """What taking something back is called."""
    return _now("Undo: {title}").format(title=title)
