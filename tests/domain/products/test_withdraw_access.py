"""Access that a preset or a relationship gave ends with it."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.rules import Source
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.products.test_grant_access import grant


def withdraw(by, wiki, subject):
    step = by.within(Permission.PRODUCT_ACCESS_CHANGE, subject)
    return actions.withdraw_access(
        by=step, product=wiki, subject=subject, source=Source.PRESET, source_id=7, named="Writers"
    )


def test_only_what_this_preset_gave_ends(ada, cast, wiki):
    grant(ada, wiki, cast.ben)
    grant(ada, wiki, cast.ben, 8)
    actions.give_access(by=ada, product=wiki, subject=cast.ben)

    assert withdraw(ada, wiki, cast.ben)

    assert {one.source_id for one in queries.reasons(wiki, cast.ben)} == {0, 8}
    assert audit.events(cast.acme.id)[0].sentence == "Ada took access to Wiki from Ben through Writers."


def test_what_was_not_given_leaves_no_line(ada, cast, wiki, untouched):
    with untouched():
        assert not withdraw(ada, wiki, cast.ben)


def test_nobody_does_it_outside_of_a_process(ada, cast, wiki, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.withdraw_access(
            by=ada, product=wiki, subject=cast.ben, source=Source.PRESET, source_id=7, named="Writers"
        )
