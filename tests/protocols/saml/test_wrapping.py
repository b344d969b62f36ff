"""Signature wrapping: whatever is put around, before or inside a signed assertion, nobody else signs in."""

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from keyhouse.protocols.saml import names
from keyhouse.protocols.saml.xml import Element
from tests.protocols.saml.builder import drop, evil, examined, failed, first, good, subject

ASSERTION, SIGNATURE = "saml:Assertion", "ds:Signature"


def shape_1(sign: str = "response") -> Element:
    """A forged response keeps the signature, which now holds the signed response."""
    signed = good(sign=sign)
    outer, signature = forged_response(signed), drop(first(signed, SIGNATURE))
    outer.insert(1, signature)
    signature.append(signed)
    return outer


def shape_2(sign: str = "response") -> Element:
    """A forged response stands around the signed response and its signature, side by side."""
    signed = good(sign=sign)
    outer, signature = forged_response(signed), drop(first(signed, SIGNATURE))
    outer.insert(1, signature)
    outer.insert(1, signed)
    return outer


def shape_3(sign: str = "assertion") -> Element:
    """A forged assertion stands before the signed one."""
    root = good(sign=sign)
    root.insert(2, renamed(evil(first(root, ASSERTION))))
    return root


def shape_4(sign: str = "assertion") -> Element:
    """The signed assertion stands inside a forged one."""
    root = good(sign=sign)
    original = drop(first(root, ASSERTION))
    outer = renamed(evil(original))
    outer.append(original)
    root.append(outer)
    return root


def shape_5(sign: str = "assertion") -> Element:
    """The forged assertion carries the signature; the signed one follows without it."""
    root = good(sign=sign)
    original = drop(first(root, ASSERTION))
    forged, signature = renamed(evil(original)), drop(first(original, SIGNATURE))
    forged.insert(1, signature)
    root.extend([forged, original])
    return root


def shape_6(sign: str = "assertion") -> Element:
    """The forged assertion carries the signature, which holds the signed one."""
    root = good(sign=sign)
    original = drop(first(root, ASSERTION))
    forged, signature = renamed(evil(original)), drop(first(original, SIGNATURE))
    forged.insert(1, signature)
    signature.append(original)
    root.append(forged)
    return root


def shape_7(sign: str = "assertion") -> Element:
    """A forged assertion with the same ID hides in an extension."""
    root = good(sign=sign)
    extension = etree.Element(names.tag("samlp:Extensions"))
    extension.append(evil(first(root, ASSERTION)))
    root.insert(1, extension)
    return root


def shape_8(sign: str = "assertion") -> Element:
    """The signed assertion hides in an object of the signature that the forged one carries."""
    root = good(sign=sign)
    original = drop(first(root, ASSERTION))
    forged, signature = evil(original), drop(first(original, SIGNATURE))
    forged.insert(1, signature)
    etree.SubElement(signature, names.tag("ds:Object")).append(original)
    root.append(forged)
    return root


def forged_response(signed: Element) -> Element:
    """The signed response as Mallory would like it: another ID, another subject, no signature."""
    return renamed(evil(signed))


def renamed(element: Element) -> Element:
    """The same under another ID."""
    element.set("ID", "_forged")
    return element


SHAPES = (shape_1, shape_2, shape_3, shape_4, shape_5, shape_6, shape_7, shape_8)
NAMED = ("ids_are_unique", "one_assertion", "signatures_stand_right", "signatures_are_allowed")


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_each_wrapping_shape_is_refused_by_a_named_check(shape: Callable[[], Element]):
    """SAML-1: identity is read from the verified subtree only."""
    outcome = examined(shape())

    assert outcome.assertion is None
    assert failed(outcome) in NAMED


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.__name__)
def test_each_wrapping_shape_of_a_doubly_signed_response_is_refused(shape: Callable[[str], Element]):
    """SAML-1: identity is read from the verified subtree only."""
    assert subject(examined(shape("both"))) is None


def test_the_same_id_in_another_spelling_is_refused():
    """SAML-1: identity is read from the verified subtree only."""
    root = good()
    twin = etree.SubElement(root, names.tag("samlp:Extensions"))
    twin.set("Id", first(root, ASSERTION).get("ID"))

    assert failed(examined(root)) == "ids_are_unique"


def test_a_second_signature_in_the_assertion_is_refused():
    """SAML-1: identity is read from the verified subtree only."""
    root = good()
    signed = first(root, ASSERTION)
    signed.insert(1, deepcopy(first(signed, SIGNATURE)))

    assert failed(examined(root)) == "signatures_stand_right"


@pytest.mark.parametrize("uri", ["", "#_forged", "#", "https://idp.acme.example/a.xml", "#xpointer(/)"])
def test_a_reference_to_anything_but_the_parent_is_refused(uri):
    """SAML-1: identity is read from the verified subtree only."""
    root = good()
    first(root, "ds:Reference").set("URI", uri)

    assert failed(examined(root)) == "signatures_are_allowed"


def test_a_second_reference_is_refused():
    """SAML-1: identity is read from the verified subtree only."""
    root = good()
    info = first(root, "ds:SignedInfo")
    info.append(deepcopy(first(info, "ds:Reference")))

    assert failed(examined(root)) == "signatures_are_allowed"
