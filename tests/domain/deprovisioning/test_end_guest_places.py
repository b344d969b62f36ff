"""Ending what a person was let into of other organizations."""

import pytest

from keyhouse.domain.deprovisioning import actions
from keyhouse.domain.relationships import queries
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.relationships.related import make_guest, make_relationship


@pytest.fixture
def guest(cast):
    """Cleo is a guest of Acme, and was asked for at Rival."""
    make_guest(make_relationship(cast.rival, cast.brightside), cast.cleo, "requested")
    return make_guest(make_relationship(cast.acme, cast.brightside), cast.cleo)


def test_every_place_ends_whether_she_was_in_or_waits(cleo, cast, guest):
    ended = actions.end_guest_places(by=cleo.within(Permission.GUEST_CHANGE, cast.cleo), person=cast.cleo)

    assert sorted(ended) == ["Acme", "Rival Ltd"] and queries.places_of(cast.cleo) == []


def test_who_is_no_guest_loses_nothing(ada, cast, guest, untouched):
    with untouched():
        assert actions.end_guest_places(by=ada.within(Permission.GUEST_CHANGE, cast.ben), person=cast.ben) == []


def test_others_end_nothing(ada, ben, mallory, cast, guest, untouched):
    for stranger in (ada, ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.end_guest_places(by=stranger, person=cast.cleo)
