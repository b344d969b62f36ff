"""Access that a preset or a relationship gives."""

import pytest

from keyhouse.domain.products import actions, queries
from keyhouse.domain.products.rules import Source
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def grant(by, wiki, subject, source_id=7):
    step = by.within(Permission.PRODUCT_ACCESS_CHANGE, subject)
    return actions.grant_access(
        by=step, product=wiki, subject=subject, source=Source.PRESET, source_id=source_id, named="Writers"
    )


def test_it_counts_and_the_log_names_the_preset(ada, cast, wiki, sales):
    assert grant(ada, wiki, sales)

    [reason] = queries.reasons(wiki, cast.ben)
    assert (reason.source, reason.source_id, reason.group) == ("preset", 7, "Sales")
    assert audit.events(cast.acme.id)[0].sentence == "Ada gave Sales access to Wiki through Writers."


def test_the_same_preset_gives_it_once_and_another_one_gives_it_too(ada, cast, wiki):
    assert [grant(ada, wiki, cast.ben), grant(ada, wiki, cast.ben), grant(ada, wiki, cast.ben, 8)] == [
        True,
        False,
        True,
    ]
    assert len(queries.reasons(wiki, cast.ben)) == 2


def test_with_default_access_it_waits_until_access_is_custom(ada, cast, business_manager):
    grant(ada, business_manager, cast.ben)

    actions.switch_to_custom_access(by=ada, product=business_manager)

    found = queries.product(ada, business_manager.id)
    assert [one.name for one in queries.people_with(ada, found)] == ["Ben"]


def test_nobody_does_it_outside_of_a_process(ada, cast, wiki, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.grant_access(by=ada, product=wiki, subject=cast.ben, source=Source.PRESET, source_id=7, named="Writers")
