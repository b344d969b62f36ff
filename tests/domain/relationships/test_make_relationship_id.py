"""Making a relationship ID."""

import datetime as dt

import pytest

from keyhouse.domain.relationships import actions
from keyhouse.domain.relationships.models import RelationshipInvitation
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.conftest import all_rows
from tests.domain.relationships.related import entered


def test_a_code_has_16_characters_lives_7_days_and_stands_nowhere_in_plain(ada, cast):
    """INV-4: the relationship ID is kept hashed, and is in no event."""
    offer, code = actions.make_relationship_id(by=ada, organization=cast.acme, hosting=True)

    assert len(code) == 16 and code.isalnum()
    assert dt.timedelta(days=6, hours=23) < offer.until - clock.now() <= dt.timedelta(days=7)
    assert not [name for name, rows in all_rows().items() if code in repr(rows)]
    assert audit.events(cast.acme.id)[0].sentence == "Ada made a relationship ID."


def test_two_codes_are_different(ada, cast):
    codes = {actions.make_relationship_id(by=ada, organization=cast.acme, hosting=False)[1] for _ in range(5)}

    assert len(codes) == RelationshipInvitation.objects.of(cast.acme).count() == 5


def test_others_make_none_and_a_guest_none_for_her_host(ben, mallory, cast, external_admin, untouched):
    for stranger in (ben, mallory, entered(external_admin)):
        with pytest.raises(NotAllowed), untouched():
            actions.make_relationship_id(by=stranger, organization=cast.acme, hosting=True)
