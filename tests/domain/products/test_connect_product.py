"""Connecting a product."""

import dataclasses

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import (
    EntityIdMissing,
    EntityIdTaken,
    ProductNameMissing,
    ProductNameTaken,
    RedirectAddressMissing,
    WrongLogo,
    WrongProductAddress,
    WrongRedirectAddress,
)
from keyhouse.domain.products.rules import AccessMode
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.products.conftest import DETAILS, SAML
from tests.racing import at_once

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20


def connect(by, cast, details=DETAILS, **more):
    return actions.connect_product(by=by, organization=cast.acme, details=details, **more)


def test_a_product_is_open_to_everyone_with_an_account_unless_said_otherwise(ada, cast):
    made = connect(ada, cast)

    assert made.access == "default"
    assert made in queries.products_of(cast.ben)
    assert audit.events(cast.acme.id)[0].sentence == "Ada connected Wiki, with default access."


def test_with_custom_access_nobody_has_it_until_people_are_chosen(keeper, cast):
    made = connect(keeper, cast, access=AccessMode.CUSTOM)

    assert made not in queries.products_of(cast.ben)
    assert queries.number_of_people(made) == 0


def test_the_addresses_are_kept_without_spaces_and_doubles(ada, cast):
    typed = (" https://wiki.acme.example/a ", "https://wiki.acme.example/a", "", "http://127.0.0.1:9000/b")

    made = connect(ada, cast, dataclasses.replace(DETAILS, redirect_addresses=typed))

    assert made.redirect_addresses == ["https://wiki.acme.example/a", "http://127.0.0.1:9000/b"]


@pytest.mark.parametrize(
    "address",
    [
        "http://wiki.acme.example/a",
        "wiki.acme.example",
        "https://wiki.acme.example/#here",
        "https://*.acme.example/a",
        "https://user:secret@wiki.acme.example/",
        "javascript:alert(1)",
        "https://wiki.acme.example/a b",
        "https://[wiki",
        "https://wiki.acme.example:port/",
        "https://wiki.acme.example/\\evil",
    ],
    ids=["http", "no-scheme", "fragment", "wildcard", "password", "script", "space", "brackets", "port", "backslash"],
)
def test_an_answer_goes_only_to_a_whole_encrypted_address(ada, cast, untouched, address):
    with pytest.raises(WrongRedirectAddress, match="whole https address"), untouched():
        connect(ada, cast, dataclasses.replace(DETAILS, redirect_addresses=(address,)))


@pytest.mark.parametrize(
    ("changes", "broken"),
    [
        ({"name": "  "}, ProductNameMissing),
        ({"name": "business  manager"}, ProductNameTaken),
        ({"redirect_addresses": ()}, RedirectAddressMissing),
        ({"address": "http://wiki.acme.example"}, WrongProductAddress),
        ({"address": "data:text/html,x"}, WrongProductAddress),
    ],
    ids=["no-name", "name-taken", "no-redirect", "plain-http", "data"],
)
def test_what_is_wrong_is_named_and_nothing_is_connected(ada, cast, untouched, changes, broken):
    with pytest.raises(broken), untouched():
        connect(ada, cast, dataclasses.replace(DETAILS, **changes))


def test_a_product_that_speaks_saml_needs_an_entity_id_of_its_own(ada, cast, untouched):
    connect(ada, cast, SAML)

    with pytest.raises(EntityIdMissing), untouched():
        connect(ada, cast, dataclasses.replace(SAML, name="Other", entity_id=" "))
    with pytest.raises(EntityIdTaken, match="Files has this entity ID already"), untouched():
        connect(ada, cast, dataclasses.replace(SAML, name="Other"))


def test_a_logo_is_a_picture_told_by_its_bytes(ada, cast):
    made = connect(ada, cast, logo=PNG)

    assert queries.logo(cast.ben, made.id).media_type == "image/png"


@pytest.mark.parametrize("logo", [b"<svg onload=alert(1)>", PNG + b"0" * 100_000], ids=["svg", "too-large"])
def test_a_logo_that_may_hold_script_or_is_too_large_is_refused(ada, cast, untouched, logo):
    with pytest.raises(WrongLogo), untouched():
        connect(ada, cast, logo=logo)


def test_only_who_manages_products_connects_one(ben, looker, mallory, cast, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            connect(stranger, cast)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_connect_the_same_name_at_once_one_wins(ada, erin, cast):
    results = at_once(lambda: connect(ada, cast), lambda: connect(erin, cast))

    assert sorted(type(one).__name__ for one in results) == ["Product", "ProductNameTaken"]
