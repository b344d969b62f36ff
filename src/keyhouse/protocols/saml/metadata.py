"""An identity provider as its metadata or a form describes it, and everything that can be wrong with it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import MissingPart, NotReadable, Refusal, WrongElement
from keyhouse.protocols.saml.keys import has_expired, pem, read_certificate, why_weak
from keyhouse.protocols.saml.xml import Element, children, local_name, parse

SLOTS = 2
_READABLE = "The metadata can be read"
_HTTPS = "Its address is https, or allowed by the operator"


@dataclass(frozen=True, kw_only=True)
class IdentityProvider:
    """What we keep of an identity provider: its name, its addresses by binding, its certificates as PEM."""

    entity_id: str
    sign_on_urls: dict[str, str]
    certificates: tuple[str, ...]
    logout_urls: dict[str, str]
    unreadable_certificates: int = 0

    def kept(self) -> dict[str, Any]:
        """What a connection keeps of it, as plain values."""
        return {
            "issuer": self.entity_id,
            "sign_on_url": sign_on_url(self),
            "sign_on_binding": "redirect" if names.REDIRECT in self.sign_on_urls else "post",
            "logout_url": self.logout_urls.get(names.REDIRECT, ""),
            "certificates": self.certificates,
        }


@dataclass(frozen=True, kw_only=True)
class Line:
    """One check of metadata: its name, whether it passed, what was found, and how to mend it."""

    check: str
    passed: bool
    label: str
    found: str = ""
    fix: str = ""


def read(xml: bytes) -> IdentityProvider:
    """Read the metadata of one identity provider. SAML Metadata §2.4.3. Raises Refusal."""
    entity, role = _only_identity_provider(parse(xml))
    certificates, unreadable = _certificates(role)
    return IdentityProvider(
        entity_id=entity.get("entityID", ""),
        sign_on_urls=_addresses(role, "md:SingleSignOnService"),
        logout_urls=_addresses(role, "md:SingleLogoutService"),
        certificates=certificates,
        unreadable_certificates=unreadable,
    )


def from_form(*, sign_on_url: str, issuer: str, certificate: str, logout_url: str = "") -> IdentityProvider:
    """The same from the three fields that providers show: SAML URL, issuer, certificate. Raises NotReadable."""
    return IdentityProvider(
        entity_id=issuer.strip(),
        sign_on_urls={names.REDIRECT: sign_on_url.strip()},
        logout_urls={names.REDIRECT: logout_url.strip()} if logout_url.strip() else {},
        certificates=(pem(read_certificate(certificate)),),
    )


def validate(
    xml: bytes, *, now: datetime, is_allowed: Callable[[str], bool], is_taken: Callable[[str], bool]
) -> tuple[tuple[Line, ...], IdentityProvider | None]:
    """Judge metadata line by line; the provider is there when it could be read, good only when every line passed."""
    try:
        provider = read(xml)
    except Refusal as refusal:
        fix = "Load the identity provider's metadata file again, whole."
        return (_line("readable", False, _READABLE, str(refusal), fix),), None
    readable = _line("readable", True, _READABLE, "one identity provider", "")
    return (readable, *examine(provider, now=now, is_allowed=is_allowed, is_taken=is_taken)), provider


def examine(
    provider: IdentityProvider, *, now: datetime, is_allowed: Callable[[str], bool], is_taken: Callable[[str], bool]
) -> tuple[Line, ...]:
    """Judge a provider: `is_allowed` tells whether an address may be http, `is_taken` whether we know the issuer."""
    lines = [
        _line("issuer", bool(provider.entity_id), "It names its issuer", provider.entity_id, "Fill in the issuer."),
        _line(
            "issuer_is_new",
            not is_taken(provider.entity_id),
            "No other connection uses this issuer",
            provider.entity_id,
            "Change the other connection, or give this application an issuer of its own at the identity provider.",
        ),
        _line(
            "sign_on_url",
            bool(provider.sign_on_urls),
            "It has a sign-on address with redirect or POST",
            sign_on_url(provider),
            "Ask for metadata with a SingleSignOnService.",
        ),
    ]
    for url in dict.fromkeys((*provider.sign_on_urls.values(), *provider.logout_urls.values())):
        good = _is_address(url) and (url.startswith("https://") or is_allowed(url))
        lines.append(_line("https", good, _HTTPS, url, "Use the https address of the provider."))
    return (*lines, *_judge_certificates(provider, now))


def sign_on_url(provider: IdentityProvider) -> str:
    """Where sign-in starts: the redirect address, else the POST address, else nothing."""
    return provider.sign_on_urls.get(names.REDIRECT) or provider.sign_on_urls.get(names.POST, "")


def _judge_certificates(provider: IdentityProvider, now: datetime) -> Iterator[Line]:
    """At least one certificate, each one readable, living and strong."""
    count = len(provider.certificates)
    yield _line(
        "certificate",
        count > 0 and not provider.unreadable_certificates,
        "Its certificate can be read",
        f"{count} read, {provider.unreadable_certificates} unreadable",
        "Download the signing certificate from the identity provider again.",
    )
    for text in provider.certificates:
        certificate = read_certificate(text)
        until, weak = certificate.not_valid_after_utc, why_weak(certificate)
        living = not has_expired(certificate, now)
        renew = "Renew the certificate at the identity provider."
        yield _line("certificate_lives", living, "Its certificate hasn't expired", f"until {until:%d %b %Y}", renew)
        yield _line(
            "certificate_strong",
            weak is None,
            "Its key is strong enough",
            weak or "RSA of 2048 bits or more, or EC P-256 or more",
            "Use a key of at least 2048 bits (RSA) or P-256 (EC).",
        )


def _line(check: str, passed: bool, label: str, found: str, fix: str) -> Line:
    """A line; the fix is shown only where something is wrong."""
    return Line(check=check, passed=passed, label=label, found=found, fix="" if passed else fix)


def _is_address(url: str) -> bool:
    """Whether an address has a host and nothing but http or https before it."""
    parts = urlsplit(url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc


def _only_identity_provider(root: Element) -> tuple[Element, Element]:
    """The one entity with a SAML 2.0 identity provider role, wrapped or not. Raises MissingPart, WrongElement."""
    if local_name(root) not in ("EntityDescriptor", "EntitiesDescriptor"):
        raise WrongElement(expected="md:EntityDescriptor", found=local_name(root))
    entities = [root] if local_name(root) == "EntityDescriptor" else children(root, "md:EntityDescriptor")
    found = [
        (entity, role)
        for entity in entities
        for role in children(entity, "md:IDPSSODescriptor")
        if names.SAMLP in (role.get("protocolSupportEnumeration") or "").split()
    ]
    if len(found) != 1:
        raise MissingPart(part="identity provider", count=len(found))
    return found[0]


def _addresses(role: Element, name: str) -> dict[str, str]:
    """The addresses of a service by binding, of those bindings that we speak."""
    found = {service.get("Binding"): service.get("Location", "") for service in reversed(children(role, name))}
    return {binding: found[binding] for binding in (names.REDIRECT, names.POST) if binding in found}


def _certificates(role: Element) -> tuple[tuple[str, ...], int]:
    """The signing certificates, each once, no more than there are slots, and how many couldn't be read."""
    readable: list[str] = []
    unreadable = 0
    for descriptor in children(role, "md:KeyDescriptor"):
        if descriptor.get("use") not in (None, "signing"):
            continue
        for element in descriptor.iter("{http://www.w3.org/2000/09/xmldsig#}X509Certificate"):
            try:
                text = pem(read_certificate(element.text or ""))
            except NotReadable:
                unreadable += 1
                continue
            if text not in readable:
                readable.append(text)
    return tuple(readable[:SLOTS]), unreadable
