"""An email address is read once: trimmed, kept as typed, compared without case."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyhouse.foundation.addresses import NotAnAddress, account_name, address, domain_name


def test_an_address_is_kept_as_typed_and_compared_without_case():
    found = address("  Ben.B@ACME.example ")

    assert found.typed == "Ben.B@ACME.example"
    assert found.folded == "ben.b@acme.example"
    assert found.domain == "acme.example"


def test_a_domain_of_other_letters_is_encoded():
    assert address("ben@bücher.example").folded == "ben@xn--bcher-kva.example"
    assert domain_name("ACME.example.") == "acme.example"


@pytest.mark.parametrize(
    "text",
    ["", "ben", "@acme.example", "ben@", "ben@acme", "a b@acme.example", "ben@acme..example", "ben@-acme.example",
     "a@b@acme.example", "ben\x00@acme.example", "ben@10.0.0.1", "x" * 65 + "@acme.example",
     "ben@" + "a." * 130 + "example",
     "<ben@acme.example>", '"ben"@acme.example', "ben@acme_labs.example"],
)  # fmt: skip
def test_what_is_no_address_is_refused(text):
    with pytest.raises(NotAnAddress):
        address(text)


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_read_or_refused_and_reads_the_same_when_folded(local, domain):
    try:
        found = address(f"{local}@{domain}")
    except NotAnAddress:
        return

    assert address(found.folded).folded == found.folded


def test_an_account_without_email_has_a_name_without_a_domain():
    found = account_name(" B.Example ")

    assert (found.typed, found.folded, found.domain) == ("B.Example", "b.example", "")
    for text in ("ab", "a b c", "x" * 129, "a@b.example", ""):
        with pytest.raises(NotAnAddress):
            account_name(text)
