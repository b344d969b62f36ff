"""Giving several people an admin role together."""

import pytest

from keyhouse.domain.administration import actions, queries
from keyhouse.domain.administration.errors import NoHolderChosen, OwnRole, RoleNeedsAdult
from keyhouse.foundation.errors import NotAllowed
from tests.domain.administration.test_create_role import create


def give(by, role, subjects, adult=True):
    return actions.assign_role_to_several(by=by, role=role, subjects=subjects, adult=adult)


def test_everybody_chosen_gets_the_role(ada, cast):
    role = create(ada, cast)

    give(ada, role, [cast.ben, cast.erin])

    assert "people.view" in queries.permissions_of(cast.ben)


def test_one_refusal_gives_the_role_to_nobody(ada, cast, untouched):
    role = create(ada, cast)

    with pytest.raises(OwnRole), untouched():
        give(ada, role, [cast.ben, cast.ada])


def test_somebody_is_chosen(ada, cast, untouched):
    role = create(ada, cast)

    with pytest.raises(NoHolderChosen), untouched():
        give(ada, role, [])


def test_the_word_that_all_are_adults_is_asked_for(ada, cast, untouched):
    role = create(ada, cast)

    with pytest.raises(RoleNeedsAdult), untouched():
        give(ada, role, [cast.ben], adult=False)


def test_nobody_else_gives_roles(ada, ben, mallory, cast, untouched):
    role = create(ada, cast)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            give(stranger, role, [cast.erin])
