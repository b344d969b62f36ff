"""A person is created inside a process, at an address that is free."""

import pytest

from keyhouse.domain.people import actions, queries, rules
from keyhouse.domain.people.errors import AddressTaken, TooLong
from keyhouse.foundation.addresses import address
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def draft(cast, email="kim@acme.example", external_id="", **profile):
    account = rules.Account(managed_by_id=cast.scim.id if external_id else None)
    return rules.draft(
        organization_id=cast.acme.id, address=address(email), profile=rules.Profile(**profile), account=account
    )


def create(by, person, external_id=""):
    return actions.create_person(by=by.within(Permission.PERSON_CREATE, person), person=person, external_id=external_id)


def test_a_person_is_kept_with_what_her_connection_calls_her(okta, cast):
    kim = create(okta, draft(cast, given_name="Kim", external_id="x1"), "x1")

    assert queries.called(cast.acme.id, cast.scim.id, "x1") == kim
    assert queries.at_address(cast.acme.id, "kim@acme.example").name == "Kim"


def test_an_address_that_is_used_in_the_organization_is_refused(okta, cast, untouched):
    with pytest.raises(AddressTaken, match=str(cast.ben.id)), untouched():
        create(okta, draft(cast, "BEN@acme.example"))


def test_a_name_that_does_not_fit_is_refused(okta, cast, untouched):
    with pytest.raises(TooLong, match="given name"), untouched():
        create(okta, draft(cast, given_name="x" * 101))


def test_a_process_may_create_this_person_and_nobody_else(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.create_person(by=okta.within(Permission.PERSON_CREATE, cast.ben), person=draft(cast))
