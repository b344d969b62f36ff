"""Entering a relationship ID of another organization."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import OwnOrganization, WrongRelationshipId
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.racing import at_once


@pytest.fixture
def code(ada, cast):
    """Acme's relationship ID, by which it would host."""
    return actions.make_relationship_id(by=ada, organization=cast.acme, hosting=True)[1]


def use(by, organization, code):
    return actions.use_relationship_id(by=by, organization=organization, code=code)


@pytest.mark.parametrize("typed", ["{}", " {} ", "{lower}", "{spaced}"], ids=["plain", "spaces", "lower", "groups"])
def test_the_offer_waits_for_an_answer_then(cleo, cast, code, typed):
    groups = "-".join(code[at : at + 4] for at in range(0, 16, 4))

    use(cleo, cast.brightside, typed.format(code, lower=code.lower(), spaced=groups))

    assert [one.organization.name for one in queries.offers_received(cleo)] == ["Acme"]


def test_both_logs_say_so_and_acmes_names_nobody_of_brightside(cleo, cast, code):
    use(cleo, cast.brightside, code)

    ours, theirs = audit.events(cast.acme.id)[0], audit.events(cast.brightside.id)[0]
    assert ours.correlation == theirs.correlation
    assert (ours.actor, ours.actor_id, theirs.actor) == ("Brightside", None, "Cleo")


def test_a_code_works_once(cleo, mallory, cast, code, untouched):
    use(cleo, cast.brightside, code)

    for by, organization in ((mallory, cast.rival), (cleo, cast.brightside)):
        with pytest.raises(WrongRelationshipId), untouched():
            use(by, organization, code)


def test_after_seven_days_it_is_worthless(cleo, cast, code):
    later = time_machine.travel(clock.now() + dt.timedelta(days=7, seconds=1), tick=False)
    with later, pytest.raises(WrongRelationshipId):
        use(cleo, cast.brightside, code)


@pytest.mark.parametrize(
    "wrong", ["", " ", "A" * 16, "A" * 15, "x" * 400], ids=["none", "blank", "other", "short", "long"]
)
def test_what_is_no_code_opens_nothing(cleo, cast, code, untouched, wrong):
    with pytest.raises(WrongRelationshipId), untouched():
        use(cleo, cast.brightside, wrong)


def test_nobody_is_related_to_herself(ada, cast, code, untouched):
    with pytest.raises(OwnOrganization), untouched():
        use(ada, cast.acme, code)


def test_others_enter_nothing(ben, mallory, cast, code, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            use(stranger, cast.brightside, code)


def test_of_two_organizations_that_enter_it_at_once_one_has_it(transactional_db, cleo, mallory, cast, code):
    results = at_once(lambda: use(cleo, cast.brightside, code), lambda: use(mallory, cast.rival, code))

    assert sorted(isinstance(result, WrongRelationshipId) for result in results) == [False, True], results
