"""Signatures: judged by form before any cryptography, verified with pinned keys, read from what was signed."""

from datetime import datetime

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from lxml import etree
from signxml.algorithms import CanonicalizationMethod, DigestAlgorithm, SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.verifier import SignatureConfiguration, VerifyResult, XMLVerifier

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.errors import (
    AlgorithmRefused,
    MissingPart,
    SignatureMisplaced,
    SignsAnotherElement,
    Unsigned,
    WrongSignature,
)
from keyhouse.protocols.saml.keys import Certificate, moment_in_life
from keyhouse.protocols.saml.xml import Element, children, local_name, parser, required, text_of

_METHODS = frozenset(SignatureMethod(uri) for uri in names.SIGNATURE_METHODS)
_DIGESTS = frozenset(DigestAlgorithm(uri) for uri in names.DIGEST_METHODS)
_FAILURES = (
    SignXMLException, InvalidSignature, UnsupportedAlgorithm, etree.LxmlError, ValueError, TypeError, AttributeError
)  # fmt: skip
_PARTS = frozenset(map(names.tag, ("ds:SignedInfo", "ds:SignatureValue", "ds:KeyInfo")))
_SIGNED_PARTS = frozenset(map(names.tag, ("ds:CanonicalizationMethod", "ds:SignatureMethod", "ds:Reference")))
_REFERENCE_PARTS = frozenset(map(names.tag, ("ds:Transforms", "ds:DigestMethod", "ds:DigestValue")))
_MAX_PREFIXES = 200


class _Verifier(XMLVerifier):
    """The library's verifier, for which an empty canonical form is a failure and never a success."""

    def _c14n(
        self, nodes: Element, algorithm: CanonicalizationMethod, inclusive_ns_prefixes: list[str] | None = None
    ) -> bytes:
        """Canonicalize, and refuse an empty result."""
        canonical: bytes = super()._c14n(nodes, algorithm, inclusive_ns_prefixes)
        if not canonical:
            raise ValueError("the canonical form is empty")
        return canonical


def signature_of(element: Element) -> Element | None:
    """The signature of an element: its one direct child of that name, or none."""
    found = children(element, "ds:Signature")
    if len(found) > 1:
        raise MissingPart(part="ds:Signature", count=len(found))
    return found[0] if found else None


def check_places(root: Element, allowed: list[Element]) -> None:
    """Signatures stand only as children of the elements that may be signed. Raises SignatureMisplaced."""
    for signature in root.iter(names.tag("ds:Signature")):
        parent = signature.getparent()
        if not any(parent is element for element in allowed):
            raise SignatureMisplaced(parent="nothing" if parent is None else local_name(parent))


def check_form(signature: Element) -> None:
    """One reference to the parent's ID, allowed algorithms and transforms, nothing else inside.

    SAML Core §5.4.1 to §5.4.4. Raises SignsAnotherElement, AlgorithmRefused, MissingPart, SignatureMisplaced.
    """
    _check_parts(signature, _PARTS)
    info = required(signature, "ds:SignedInfo")
    _check_parts(info, _SIGNED_PARTS)
    _allow(required(info, "ds:CanonicalizationMethod"), {names.EXCLUSIVE_C14N})
    _allow(required(info, "ds:SignatureMethod"), names.SIGNATURE_METHODS)
    reference = required(info, "ds:Reference")
    _check_parts(reference, _REFERENCE_PARTS)
    _allow(required(reference, "ds:DigestMethod"), names.DIGEST_METHODS)
    _check_transforms(reference)
    for value in (required(signature, "ds:SignatureValue"), required(reference, "ds:DigestValue")):
        text_of(value)

    parent = signature.getparent()
    own = parent.get("ID") if parent is not None else None
    if not own or reference.get("URI") != f"#{own}":
        raise SignsAnotherElement(reference=reference.get("URI"), parent=own)


def _check_parts(element: Element, known: frozenset[str]) -> None:
    """Nothing but the known parts stands inside: no objects, no manifests. Raises SignatureMisplaced."""
    for part in element.iterchildren(etree.Element):
        if part.tag not in known:
            raise SignatureMisplaced(parent=local_name(part))


def _check_transforms(reference: Element) -> None:
    """Enveloped signature, then exclusive canonicalization: SAML Core §5.4.4 allows no other transform."""
    transforms = children(required(reference, "ds:Transforms"), "ds:Transform")
    used = [transform.get("Algorithm") for transform in transforms]
    for algorithm in used:
        if algorithm not in (names.ENVELOPED, names.EXCLUSIVE_C14N):
            raise AlgorithmRefused(algorithm=algorithm)
    if used != [names.ENVELOPED, names.EXCLUSIVE_C14N]:
        raise AlgorithmRefused(algorithm="the order of the transforms")
    for element in transforms[-1].iterchildren(etree.Element):
        if len((element.get("PrefixList") or "").split()) > _MAX_PREFIXES:
            raise AlgorithmRefused(algorithm="a list of namespace prefixes of that length")


def _allow(element: Element, allowed: frozenset[str] | set[str]) -> None:
    """The algorithm of an element is on the list."""
    if element.get("Algorithm") not in allowed:
        raise AlgorithmRefused(algorithm=element.get("Algorithm"))


def verified(element: Element, certificates: tuple[Certificate, ...], now: datetime) -> tuple[Element, Certificate]:
    """What was signed of an element, read anew from the signed bytes, and the certificate that fits.

    SAML Core §5.4. The keys are those of the connection; KeyInfo of the message is ignored. Raises Unsigned,
    WrongSignature and what `check_form` raises.
    """
    signature = signature_of(element)
    if signature is None:
        raise Unsigned(element=local_name(element))
    check_form(signature)

    reason = "the connection has no certificate"
    for certificate in certificates:
        try:
            result = _verify(element, certificate, now)
        except _FAILURES as error:
            reason = str(error)[:200] or type(error).__name__
            continue
        return _read(result, element), certificate
    raise WrongSignature(reason=reason)


def _verify(element: Element, certificate: Certificate, now: datetime) -> VerifyResult | list[VerifyResult]:
    """Verify the signature of the element with one pinned key, at a moment at which its certificate lives."""
    config = SignatureConfiguration(
        location="./" if element.getparent() is None else f"./{element.tag}/",
        expect_references=1,
        signature_methods=_METHODS,
        digest_algorithms=_DIGESTS,
        ignore_ambiguous_key_info=True,
        verification_time=moment_in_life(certificate, now),
        default_reference_c14n_method=CanonicalizationMethod.EXCLUSIVE_XML_CANONICALIZATION_1_0,
    )
    root = element.getroottree().getroot()
    # The form was checked more strictly than by the schema, which knows no lists of namespace prefixes.
    return _Verifier().verify(
        root,
        x509_cert=certificate,
        parser=parser(),
        id_attribute="ID",
        expect_config=config,
        validate_schema=False,
    )


def _read(result: VerifyResult | list[VerifyResult], element: Element) -> Element:
    """The signed element; the library may have found nothing but the very element that we asked about."""
    signed = None if isinstance(result, list) else result.signed_xml
    if signed is None or signed.tag != element.tag or signed.get("ID") != element.get("ID"):
        raise SignsAnotherElement(reference="something else", parent=element.get("ID"))
    return signed
