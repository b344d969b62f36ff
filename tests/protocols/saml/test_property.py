"""Whatever is done to a signed response on its way, the accepted subject is the signed one."""

from copy import deepcopy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from keyhouse.protocols.saml import issuing
from keyhouse.protocols.saml.bindings import from_post
from keyhouse.protocols.saml.errors import Refusal
from keyhouse.protocols.saml.responses import examine, open_response
from keyhouse.protocols.saml.xml import Element
from tests.protocols.saml.builder import ADA, MALLORY, evil, expectation, good, subject

SIGNED = {sign: issuing.form_value(good(sign=sign)) for sign in ("assertion", "response", "both")}

places = st.integers(min_value=0, max_value=60)
edits = st.lists(
    st.tuples(
        st.sampled_from(["move", "copy", "drop", "rename", "retext", "forge", "comment", "wrap"]), places, places
    ),
    min_size=1,
    max_size=4,
)


def pick(root: Element, place: int) -> Element:
    """Some element of the message."""
    every = list(root.iter(etree.Element))
    return every[place % len(every)]


def edit(root: Element, what: str, one: int, two: int) -> None:
    """Do one thing to the message that an attacker could do."""
    element, target = pick(root, one), pick(root, two)
    if (
        what in ("move", "drop")
        and element is not root
        and element not in target.iterancestors()
        and element is not target
    ):
        element.getparent().remove(element)
        if what == "move":
            target.insert(one % (len(target) + 1), element)
    elif what == "copy" and element is not root:
        target.insert(one % (len(target) + 1), deepcopy(element))
    elif what == "forge":
        target.insert(one % (len(target) + 1), evil(element))
    elif what == "rename":
        element.set(["ID", "Id", "id", "Destination", "URI"][two % 5], target.get("ID") or "_x")
    elif what == "retext":
        element.text = MALLORY
    elif what == "comment":
        element.insert(0, etree.Comment("x"))
    elif what == "wrap" and element is not root:
        wrapper = etree.Element(target.tag, dict(target.attrib))
        element.getparent().replace(element, wrapper)
        wrapper.append(element)


@pytest.mark.parametrize("sign", sorted(SIGNED))
@settings(max_examples=150, deadline=None)
@given(changes=edits)
def test_the_accepted_subject_is_always_the_signed_one(sign, changes):
    """SAML-1: identity is read from the verified subtree only."""
    root = open_response(SIGNED[sign]).root
    for what, one, two in changes:
        edit(root, what, one, two)

    try:
        outcome = examine(open_response(issuing.form_value(root)), expectation())
    except Refusal:
        return

    assert subject(outcome) in (None, ADA)


@settings(max_examples=150, deadline=None)
@given(place=st.integers(min_value=0), letter=st.characters(codec="ascii", categories=["L", "N", "P", "S"]))
def test_a_changed_letter_changes_nobody(place, letter):
    """SAML-1: identity is read from the verified subtree only."""
    message = bytearray(from_post(SIGNED["both"]))
    message[place % len(message)] = ord(letter)

    try:
        outcome = examine(open_response(issuing.to_post(bytes(message))), expectation())
    except Refusal:
        return

    assert subject(outcome) in (None, ADA)
