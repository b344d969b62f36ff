"""Whoever reads the log may have its chain walked; the log says who did."""

import pytest

from keyhouse.domain.security_logs import actions, jobs, queries
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed, NotFound
from tests.foundation.audit.bicycles import paint, sealed


def test_it_says_how_many_lines_there_are_and_ends_with_what_was_found(ada, cast):
    paint(ada, cast.ben)
    sealed(cast.acme.id)

    begun = actions.begin_log_verification(by=ada, organization=cast.acme)
    jobs.walk_chain(organization_id=cast.acme.id, verification_id=begun.id)

    assert (begun.total, begun.begun_by) == (1, "Ada")
    assert queries.last_verified(cast.acme.id).is_whole
    assert [line.title for line in audit.events(cast.acme.id)][:2] == ["Log verified", "Log verification begun"]


def test_another_organization_begins_and_sees_nothing(ada, ben, mallory, cast, untouched):
    """AUTH-1: Mallory neither verifies Acme's log nor reads how it went."""
    begun = actions.begin_log_verification(by=ada, organization=cast.acme)

    for stranger in (mallory, ben):
        with pytest.raises(NotAllowed), untouched():
            actions.begin_log_verification(by=stranger, organization=cast.acme)
    with pytest.raises(NotFound):
        queries.verification(cast.rival.id, begun.id)
