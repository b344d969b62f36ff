"""Editing details by hand: not what the identity provider writes, not what belongs to the owner."""

import pytest

from keyhouse.domain.profiles import actions
from keyhouse.domain.profiles.errors import DetailsAreOwners, FieldIsManaged
from keyhouse.foundation.errors import NotAllowed
from tests.cast import make_person


def test_an_administrator_changes_what_was_added_by_hand(ada, cast):
    assert actions.edit_details(by=ada, person=cast.ben, details={"job_title": "Lead"}) == ("job_title",)


def test_what_the_identity_provider_writes_stays(ada, cast, untouched):
    cast.ben.managed_by = cast.scim
    cast.ben.save()

    with pytest.raises(FieldIsManaged), untouched():
        actions.edit_details(by=ada, person=cast.ben, details={"job_title": "Lead"})


def test_in_an_unverified_domain_names_are_the_owners(ada, cast, untouched):
    kim = make_person(cast.acme, "kim@acme-labs.example", "Kim")

    with pytest.raises(DetailsAreOwners), untouched():
        actions.edit_details(by=ada, person=kim, details={"given_name": "Kimberly"})


def test_ben_edits_nobody(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.edit_details(by=ben, person=cast.erin, details={"job_title": "Boss"})
