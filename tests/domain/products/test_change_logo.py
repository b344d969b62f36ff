"""Changing the logo of a product."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import BuiltInProduct, NoSuchProduct, WrongLogo
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed

JPEG, WEBP = b"\xff\xd8\xff" + b"0" * 9, b"RIFF0000WEBP"


def test_a_logo_takes_the_place_of_the_one_before(ada, cast, wiki):
    actions.change_logo(by=ada, product=wiki, logo=JPEG)
    actions.change_logo(by=ada, product=wiki, logo=WEBP)

    found = queries.logo(cast.ben, wiki.id)
    assert (bytes(found.content), found.media_type) == (WEBP, "image/webp")
    assert audit.events(cast.acme.id)[0].sentence == "Ada changed logo of Wiki."


def test_no_picture_takes_the_logo_away(ada, cast, wiki):
    actions.change_logo(by=ada, product=wiki, logo=JPEG)
    actions.change_logo(by=ada, product=wiki, logo=b"")

    with pytest.raises(NoSuchProduct):
        queries.logo(cast.ben, wiki.id)


def test_people_of_another_organization_see_no_logo(ada, cast, wiki):
    """AUTH-1: a logo is its organization's."""
    actions.change_logo(by=ada, product=wiki, logo=JPEG)

    for stranger in (cast.mallory, cast.finn):
        with pytest.raises(NoSuchProduct):
            queries.logo(stranger, wiki.id)


def test_what_is_no_picture_or_built_in_is_refused(ada, wiki, business_manager, untouched):
    with pytest.raises(WrongLogo), untouched():
        actions.change_logo(by=ada, product=wiki, logo=b"GIF89a")
    with pytest.raises(BuiltInProduct), untouched():
        actions.change_logo(by=ada, product=business_manager, logo=JPEG)


def test_only_who_manages_products_changes_a_logo(ben, looker, mallory, wiki, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.change_logo(by=stranger, product=wiki, logo=JPEG)
