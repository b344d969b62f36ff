"""Taking access to a product."""

import datetime as dt

import pytest

from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.errors import AccessFromElsewhere, NoAccessToTake
from keyhouse.domain.products.models import ProductAccess
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def given(ada, cast, wiki, sales):
    """Ben has the wiki himself and through his group."""
    actions.give_access(by=ada, product=wiki, subject=cast.ben)
    actions.give_access(by=ada, product=wiki, subject=sales)


def test_what_a_group_gives_too_stays(ada, cast, wiki, given, sales):
    actions.take_access(by=ada, product=wiki, subject=cast.ben)

    assert wiki in queries.products_of(cast.ben)
    assert audit.events(cast.acme.id)[0].sentence == "Ada took access to Wiki from Ben."


def test_without_the_last_reason_access_ends_at_once(ada, cast, wiki, given, sales):
    actions.take_access(by=ada, product=wiki, subject=cast.ben)
    actions.take_access(by=ada, product=wiki, subject=sales)

    assert wiki not in queries.products_of(cast.ben)
    assert queries.number_of_people(wiki) == 0


def test_a_place_in_a_group_that_is_paused_or_over_gives_nothing(ada, cast, wiki, sales):
    actions.give_access(by=ada, product=wiki, subject=sales)
    place = GroupMember.objects.of(cast.acme).get(person=cast.ben)

    for field, value in (("paused", True), ("until", clock.now() - dt.timedelta(seconds=1))):
        place.paused, place.until = False, None
        setattr(place, field, value)
        place.save()
        assert wiki not in queries.products_of(cast.ben)
        assert queries.number_of_people(wiki) == 0
        assert queries.reasons(wiki, cast.ben) == []


def test_what_a_preset_gave_is_taken_away_there(ada, cast, wiki, untouched):
    ProductAccess.objects.of(cast.acme).create(
        product=wiki, person=cast.ben, source="preset", source_id=7, given_at=clock.now()
    )

    with pytest.raises(AccessFromElsewhere, match="a preset"), untouched():
        actions.take_access(by=ada, product=wiki, subject=cast.ben)


def test_what_was_never_given_cannot_be_taken(ada, cast, wiki, untouched):
    with pytest.raises(NoAccessToTake), untouched():
        actions.take_access(by=ada, product=wiki, subject=cast.ben)


def test_only_who_manages_products_takes_access(ben, looker, mallory, cast, wiki, given, untouched):
    for stranger in (ben, looker, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.take_access(by=stranger, product=wiki, subject=cast.ben)
