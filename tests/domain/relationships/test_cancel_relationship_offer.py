"""Taking an offer of a relationship back."""

import pytest

from keyhouse.domain.relationships import actions, queries
from keyhouse.domain.relationships.errors import OfferOver, WrongRelationshipId
from keyhouse.foundation.errors import NotAllowed
from tests.domain.relationships.related import make_offer


def test_a_canceled_relationship_id_is_worthless(ada, cleo, cast):
    offer, code = actions.make_relationship_id(by=ada, organization=cast.acme, hosting=True)

    actions.cancel_relationship_offer(by=ada, offer=offer)

    with pytest.raises(WrongRelationshipId):
        actions.use_relationship_id(by=cleo, organization=cast.brightside, code=code)


def test_an_offer_that_has_reached_somebody_is_gone_there(ada, cleo, cast):
    actions.cancel_relationship_offer(by=ada, offer=make_offer(cast.acme, cast.brightside))

    assert queries.offers_received(cleo) == []


def test_what_was_answered_stays_answered(ada, cleo, cast, untouched):
    offer = make_offer(cast.acme, cast.brightside)
    actions.decline_relationship(by=cleo, offer=offer)

    with pytest.raises(OfferOver), untouched():
        actions.cancel_relationship_offer(by=ada, offer=offer)


def test_others_cancel_nothing(ben, cleo, mallory, cast, untouched):
    offer = make_offer(cast.acme, cast.brightside)

    for stranger in (ben, cleo, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.cancel_relationship_offer(by=stranger, offer=offer)
