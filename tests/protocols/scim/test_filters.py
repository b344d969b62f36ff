"""A filter is read as RFC 7644 says, without case, and bounded; what it finds is what the words say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyhouse.protocols.scim.errors import InvalidFilter, ScimError, TooMany
from keyhouse.protocols.scim.filters import read_filter
from keyhouse.protocols.scim.matching import matches
from keyhouse.protocols.scim.people import ENTERPRISE, USER

BEN = {
    "id": "12", "externalId": "Ab1", "userName": "Ben@acme.example", "active": True, "name": {"givenName": "Ben"},
    "emails": [{"type": "work", "value": "ben@acme.example"}, {"type": "home", "value": "ben.home@mail.example"}],
    "meta": {"created": "2026-11-24T09:30:00Z"},
    ENTERPRISE: {"employeeNumber": "7", "manager": {"value": "99"}},
}  # fmt: skip


def holds(source: str) -> bool:
    return matches(read_filter(source, USER), BEN)


@pytest.mark.parametrize(
    "source",
    [
        'userName eq "BEN@ACME.EXAMPLE"',
        'USERNAME Eq "ben@acme.example"',
        'externalId eq "Ab1"',
        'emails[type eq "work" and value co "@acme.example"]',
        'emails[type eq "work"].value eq "ben@acme.example"',
        'emails co "mail.example"',
        'emails.value sw "ben.home"',
        'active eq "True"',
        "active eq true and not (title pr)",
        'title pr or name.givenName ew "en"',
        f'{ENTERPRISE}:employeeNumber eq "7"',
        'urn:scim:schemas:extension:enterprise:1.0:manager eq "99"',
        'urn:ietf:params:scim:schemas:core:2.0/User:userName eq "ben@acme.example"',
        'meta.created ge "2026-11-24T10:30:00+01:00"',
        'meta.created lt "2026-12-01"',
        "title eq null",
        'userName ne "ada@acme.example"',
        'emails[not (type eq "work")]',
    ],
)
def test_what_the_words_say_is_found(source):
    assert holds(source)


@pytest.mark.parametrize(
    "source",
    [
        'externalId eq "ab1"',
        'emails[type eq "home" and value co "@acme.example"]',
        'employeeNumber eq "7"',
        'unheardOf eq "7"',
        "unheardOf pr",
        'userName eq "ben@acme.example" and active eq false',
        'id eq "Ab1"',
        'name eq "Ben"',
        'userName ne "ben@acme.example"',
    ],
)
def test_what_the_words_do_not_say_is_not_found(source):
    assert not holds(source)


@pytest.mark.parametrize(
    "source",
    [
        "userName", "userName eq", 'eq "x"', 'userName is "x"', 'userName eq "x', "userName eq ben", "(userName pr",
        'userName eq "x" or', 'emails[type eq "work"', "active gt true", 'active eq "maybe"', "meta.created gt 5",
        'meta.created gt "soon"', 'userName eq "a\\u0000b"', 'userName eq "\\ud800"', 'not userName eq "x"', "]", "[]",
        '"userName" eq "x"', 'userName eq "x" userName eq "y"', "title gt null", "userName eq NaN",
    ],
)  # fmt: skip
def test_a_filter_that_cannot_be_read_is_refused(source):
    with pytest.raises(InvalidFilter):
        read_filter(source, USER)


@pytest.mark.parametrize(
    "source",
    [
        " or ".join(['title eq "x"'] * 11),
        f'title eq "{"x" * 4096}"',
        "(" * 21 + "title pr" + ")" * 21,
    ],
)
def test_a_filter_of_too_many_terms_too_long_or_too_deep_is_refused(source):
    with pytest.raises(TooMany):
        read_filter(source, USER)


def test_and_binds_closer_than_or():
    assert holds('active eq true or title pr and title eq "x"')
    assert not holds('(active eq true or title pr) and title eq "x"')


words = st.sampled_from(
    ["userName", "emails", "active", "meta.created", "eq", "ne", "co", "pr", "and", "or", "not", "(", ")", "[", "]",
     '"x"', "true", "null", "5", ".value", "urn:x:y"]
)  # fmt: skip


@given(st.lists(words, max_size=14).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_or_refused_by_a_scim_error(source):
    try:
        condition = read_filter(source, USER)
    except ScimError:
        return

    assert matches(condition, BEN) in (True, False)


@given(st.text(max_size=30), st.text(max_size=30))
def test_two_texts_are_equal_when_they_are_equal_without_case(stored, asked):
    import json

    source = f"displayName eq {json.dumps(asked)}"
    try:
        condition = read_filter(source, USER)
    except InvalidFilter:
        return

    assert matches(condition, {"displayName": stored}) == (stored != "" and stored.casefold() == asked.casefold())
