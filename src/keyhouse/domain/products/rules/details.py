"""What is known about a connected product: its name, where it opens, and where answers of a sign-in go."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.products.errors import (
    EntityIdMissing,
    ProductNameMissing,
    RedirectAddressMissing,
    WrongProductAddress,
    WrongRedirectAddress,
)
from keyhouse.domain.products.models import Product, SignOn

LOOPBACK = ("127.0.0.1", "localhost", "::1")
DEVICES = "devices"
LABELS = {
    "name": _("name"),
    "sign_on": _("sign-in"),
    "redirect_addresses": _("redirect addresses"),
    "entity_id": _("entity ID"),
    "address": _("address"),
    "capabilities": _("capabilities"),
}


@dataclass(frozen=True, kw_only=True)
class Details:
    """What an administrator says about a product; `catalog` is the offer that it was taken from."""

    name: str
    sign_on: SignOn = SignOn.OIDC
    redirect_addresses: tuple[str, ...] = ()
    entity_id: str = ""
    address: str = ""
    manages_devices: bool = False
    catalog: str = ""

    @property
    def capabilities(self) -> list[str]:
        """What the product declares that it can do."""
        return [DEVICES] if self.manages_devices else []

    def values(self) -> dict[str, Any]:
        """The fields by the names of their columns."""
        return {
            "name": self.name,
            "name_folded": self.name.casefold(),
            "sign_on": self.sign_on.value,
            "redirect_addresses": list(self.redirect_addresses),
            "entity_id": self.entity_id if self.sign_on is SignOn.SAML else "",
            "address": self.address,
            "capabilities": self.capabilities,
            "catalog": self.catalog,
        }


def details_of(product: Product) -> Details:
    """The details of a connected product as they are kept."""
    return Details(
        name=product.name,
        sign_on=SignOn(product.sign_on or SignOn.OIDC),
        redirect_addresses=tuple(product.redirect_addresses),
        entity_id=product.entity_id,
        address=product.address,
        manages_devices=DEVICES in product.capabilities,
        catalog=product.catalog,
    )


def checked(details: Details) -> Details:
    """The details tidied up: spaces and doubles gone.

    Raises ProductNameMissing, RedirectAddressMissing, WrongRedirectAddress, EntityIdMissing, WrongProductAddress.
    """
    tidy = dataclasses.replace(
        details,
        name=" ".join(details.name.split()),
        redirect_addresses=tuple(dict.fromkeys(one.strip() for one in details.redirect_addresses if one.strip())),
        entity_id=details.entity_id.strip(),
        address=details.address.strip(),
    )
    if not tidy.name:
        raise ProductNameMissing(name="")
    if not tidy.redirect_addresses:
        raise RedirectAddressMissing(redirect_addresses="")
    if wrong := next((one for one in tidy.redirect_addresses if not _may_receive(one)), ""):
        raise WrongRedirectAddress(address=wrong[:200])
    if tidy.sign_on is SignOn.SAML and not tidy.entity_id:
        raise EntityIdMissing(entity_id="")
    if tidy.address and not _opens(tidy.address):
        raise WrongProductAddress(value=tidy.address[:200])
    return tidy


def detail_names(before: Details, after: Details) -> list[str]:
    """The names of what differs, in words."""
    old, new = before.values(), after.values()
    return [str(label) for name, label in LABELS.items() if old[name] != new[name]]


def _may_receive(text: str) -> bool:
    """Whether the answer of a sign-in may be sent there: a whole address, encrypted except on this very machine."""
    return "#" not in text and _is_web_address(text, _schemes_for(text))


def _schemes_for(text: str) -> Iterable[str]:
    try:
        host = urlsplit(text).hostname
    except ValueError:
        return ()
    return ("https", "http") if host in LOOPBACK else ("https",)


def _opens(text: str) -> bool:
    return _is_web_address(text, ("https",)) or _is_web_address(text, _schemes_for(text))


def _is_web_address(text: str, schemes: Iterable[str]) -> bool:
    if len(text) > 1024 or "*" in text or not text.isprintable() or any(mark in text for mark in ' \\"<>'):
        return False
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018 -- reading it checks that it is a number
    except ValueError:
        return False
    return parts.scheme in schemes and bool(parts.hostname) and parts.username is None and parts.password is None
