"""Declining an offer of a relationship."""

import pytest

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import OfferOver, OwnOrganization
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.domain.relationships.related import make_offer


def test_who_offered_learns_it_and_nothing_is_made(ada, cleo, cast):
    offer = make_offer(cast.acme, cast.brightside)

    actions.decline_relationship(by=cleo, offer=offer)

    assert queries.offer(ada, offer.id).state == "declined" and queries.listed(cleo) == []
    assert audit.events(cast.acme.id)[0].sentence == "Brightside declined a relationship with Acme."


def test_it_is_declined_once(cleo, cast, untouched):
    offer = make_offer(cast.acme, cast.brightside)
    actions.decline_relationship(by=cleo, offer=offer)

    with pytest.raises(OfferOver), untouched():
        actions.decline_relationship(by=cleo, offer=offer)


def test_others_decline_nothing(ada, ben, mallory, cast, untouched):
    offer = make_offer(cast.acme, cast.brightside)

    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.decline_relationship(by=stranger, offer=offer)


def test_nobody_answers_an_own_offer(ada, cast, untouched):
    offer = make_offer(cast.acme, cast.brightside)

    with pytest.raises(OwnOrganization), untouched():
        actions.decline_relationship(by=ada, offer=offer)
