"""What can have happened to products and to who may use them."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class ProductConnected(Event):
    """A product was connected."""

    tag = "product.connected"
    title = _("Product connected")
    sentence = _("{actor} connected {product}, with {access} access.")
    product: str
    access: str


@dataclass(frozen=True, kw_only=True)
class ProductEdited(Event):
    """The name, the logo or the addresses of a product were changed."""

    tag = "product.edited"
    title = _("Product edited")
    sentence = _("{actor} changed {changed} of {product}.")
    product: str
    changed: str


@dataclass(frozen=True, kw_only=True)
class ProductRemoved(Event):
    """A product was removed, and with it everybody's access to it."""

    tag = "product.removed"
    title = _("Product removed")
    sentence = _("{actor} removed {product}. People who lost access to it: {people}.")
    product: str
    people: int


@dataclass(frozen=True, kw_only=True)
class AccessModeChanged(Event):
    """A product was switched between default and custom access."""

    tag = "product.access.changed"
    title = _("Product access changed")
    sentence = _("{actor} switched {product} to {access} access. People who have it now: {people}.")
    product: str
    access: str
    people: int


@dataclass(frozen=True, kw_only=True)
class AccessGiven(Event):
    """A person or a group was given access to a product."""

    tag = "product.access.given"
    title = _("Product access changed")
    sentence = _("{actor} gave {name} access to {product}{source}.")
    personal = frozenset({"name"})
    name: str
    product: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class AccessTaken(Event):
    """Access to a product was taken from a person or a group."""

    tag = "product.access.taken"
    title = _("Product access changed")
    sentence = _("{actor} took access to {product} from {name}{source}.")
    personal = frozenset({"name"})
    name: str
    product: str
    source: str = ""
