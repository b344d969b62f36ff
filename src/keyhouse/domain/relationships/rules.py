"""What an external relationship lets guests hold, for how long it lasts, and what its codes look like."""

import dataclasses
import datetime as dt
import secrets as randomness
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.relationships.models import ExternalRelationship, GuestState, Holding, InvitationKind, OfferState
from keyhouse.foundation import secrets
from keyhouse.foundation.permissions import Actor, ActorKind

__all__ = [
    "CODE_LASTS",
    "CODE_LENGTH",
    "DAY",
    "LABELS",
    "LASTS",
    "LONGEST",
    "MAIL_LASTS",
    "OFFERS_PER_DAY",
    "REMINDED",
    "Access",
    "GuestState",
    "Holding",
    "InvitationKind",
    "OfferState",
    "Terms",
    "code_hash",
    "due_reminder",
    "herself_at",
    "new_code",
    "offers",
    "seen_at",
    "terms_of",
    "told",
    "words_of",
]

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without those that are taken for one another
CODE_LENGTH = 16
CODE_LASTS = dt.timedelta(days=7)
MAIL_LASTS = dt.timedelta(days=30)
LASTS = dt.timedelta(days=365)
LONGEST = dt.timedelta(days=3 * 365)
REMINDED = (30, 7)  # days before the end
DAY = dt.timedelta(days=1)
OFFERS_PER_DAY = 20
TERMS = ("may_hold", "auto_approve", "second_factor_required", "until")

LABELS = {
    Holding.PRODUCTS: _("Product access"),
    Holding.EXTERNAL_SYSTEM_ADMIN: _("External system admin"),
}


@dataclass(frozen=True, kw_only=True)
class Terms:
    """On which terms a host lets guests in."""

    may_hold: tuple[Holding, ...] = ()
    auto_approve: bool = False
    second_factor_required: bool = True
    until: dt.datetime

    @property
    def columns(self) -> dict[str, Any]:
        """The same as columns of the table."""
        return {
            "may_hold": sorted(one.value for one in set(self.may_hold)),
            "auto_approve": self.auto_approve,
            "second_factor_required": self.second_factor_required,
            "until": self.until,
        }


@dataclass(frozen=True, kw_only=True)
class Access:
    """What a guest is to hold: External system admin or not, and the ids of products."""

    external_system_admin: bool = False
    products: tuple[int, ...] = ()

    @property
    def holdings(self) -> set[Holding]:
        """The kinds of what is held."""
        wanted = (
            (Holding.EXTERNAL_SYSTEM_ADMIN, self.external_system_admin),
            (Holding.PRODUCTS, bool(self.products)),
        )
        return {holding for holding, is_wanted in wanted if is_wanted}


def new_code() -> str:
    """A relationship ID: 16 letters and digits, 80 random bits."""
    return "".join(randomness.choice(LETTERS) for _number in range(CODE_LENGTH))


def code_hash(typed: str) -> str:
    """The hash of a relationship ID as it was typed, with spaces and hyphens and in any letter case."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return secrets.hash_of(f"relationship:{plain}") if len(plain) == CODE_LENGTH else ""


def seen_at(by: Actor, own: Organization, other: Organization) -> Actor:
    """Who acted, as the log of `own` names her: herself where she acts there, else by the other organization's name."""
    if by.organization_id == own.id:
        return by
    if by.kind in (ActorKind.PERSON, ActorKind.INTEGRATION):
        return Actor(kind=ActorKind.PARTNER, name=other.name, organization_id=own.id, correlation=by.correlation)
    return dataclasses.replace(by, organization_id=own.id)


def herself_at(by: Actor, organization_id: int) -> Actor:
    """The same person as an actor in either of the organizations that she goes between."""
    return dataclasses.replace(by, organization_id=organization_id)


def words_of(holdings: Iterable[Holding]) -> str:
    """Several kinds of holdings in words."""
    return ", ".join(sorted(str(LABELS[one]) for one in holdings))


def terms_of(relationship: ExternalRelationship) -> dict[str, Any]:
    """The terms of a relationship as the log tells them."""
    return told({name: getattr(relationship, name) for name in TERMS})


def told(columns: dict[str, Any]) -> dict[str, Any]:
    """Columns of the terms as plain values."""
    return {name: columns[name].date().isoformat() if name == "until" else columns[name] for name in TERMS}


def offers(relationship: ExternalRelationship, holding: Holding) -> bool:
    """Whether the host lets its guests hold this."""
    return holding.value in relationship.may_hold


def due_reminder(relationship: ExternalRelationship, now: dt.datetime) -> int | None:
    """The reminder that is due, in days before the end, or None; each is sent once."""
    left = relationship.until - now
    due = [days for days in REMINDED if left <= dt.timedelta(days=days)]
    day = min(due, default=None)
    told = relationship.reminded_days
    return day if day is not None and (told is None or day < told) else None
