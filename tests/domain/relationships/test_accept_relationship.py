"""Accepting an offer of a relationship."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import OfferOver, OwnOrganization, RelatedAlready
from keyhouse.domain.relationships.models import ExternalRelationship
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.relationships.related import make_offer, make_relationship
from tests.racing import at_once


@pytest.mark.parametrize(
    ("hosting", "host"), [(True, "Acme"), (False, "Brightside")], ids=["offers to host", "to come"]
)
def test_who_offers_says_who_would_be_the_host(cleo, cast, hosting, host):
    made = actions.accept_relationship(by=cleo, offer=make_offer(cast.acme, cast.brightside, hosting=hosting))

    assert made.organization.name == host
    assert (made.may_hold, made.auto_approve, made.second_factor_required) == ([], False, True)
    assert dt.timedelta(days=364) < made.until - clock.now() <= dt.timedelta(days=365)


def test_both_logs_say_so_under_one_correlation(cleo, cast):
    actions.accept_relationship(by=cleo, offer=make_offer(cast.acme, cast.brightside))

    ours, theirs = audit.events(cast.acme.id)[0], audit.events(cast.brightside.id)[0]
    assert ours.title == theirs.title == "Relationship created" and ours.correlation == theirs.correlation
    assert ours.actor == "Brightside" and theirs.actor == "Cleo"


def test_an_offer_is_accepted_once_and_in_time(cleo, cast):
    offer, late = make_offer(cast.acme, cast.brightside), make_offer(cast.acme, cast.brightside, hosting=False)
    actions.accept_relationship(by=cleo, offer=offer)

    with pytest.raises(OfferOver):
        actions.accept_relationship(by=cleo, offer=offer)
    with time_machine.travel(clock.now() + dt.timedelta(days=8), tick=False), pytest.raises((OfferOver, NotAllowed)):
        actions.accept_relationship(by=cleo, offer=late)


def test_two_organizations_host_one_another_once_each_way(cleo, cast, untouched):
    make_relationship(cast.acme, cast.brightside)
    again = make_offer(cast.acme, cast.brightside)

    with pytest.raises(RelatedAlready), untouched():
        actions.accept_relationship(by=cleo, offer=again)
    actions.accept_relationship(by=cleo, offer=make_offer(cast.acme, cast.brightside, hosting=False))


def test_whom_it_did_not_reach_accepts_nothing(ada, ben, mallory, cast, untouched):
    """AUTH-1: an offer to Brightside is answered by Brightside alone, not by who made it and not by Rival."""
    offer = make_offer(cast.acme, cast.brightside)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.accept_relationship(by=stranger, offer=offer)


def test_of_two_who_accept_at_once_one_makes_it(transactional_db, cleo, cast):
    offer = make_offer(cast.acme, cast.brightside)

    results = at_once(*[lambda: actions.accept_relationship(by=cleo, offer=offer)] * 2)

    assert sorted(isinstance(result, ExternalRelationship) for result in results) == [False, True], results
    assert queries.between(cast.acme.id, cast.brightside.id) is not None


def test_nobody_answers_an_own_offer(ada, cast, untouched):
    offer = make_offer(cast.acme, cast.brightside)

    with pytest.raises(OwnOrganization), untouched():
        actions.accept_relationship(by=ada, offer=offer)
