"""Taking back an ask for the release of a domain."""

import pytest

from keyhouse.domain.domain_ownership import actions, queries
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.foundation.errors import NotAllowed


def test_the_owner_has_nothing_to_answer_any_more(ada, mallory, asked):
    actions.withdraw_release(by=mallory, release=asked)

    assert queries.asked_of(ada) == []
    with pytest.raises(ReleaseClosed):
        actions.release_domain(by=ada, release=asked)


def test_others_withdraw_nothing(ada, ben, asked, untouched):
    for stranger in (ada, ben):
        with pytest.raises(NotAllowed), untouched():
            actions.withdraw_release(by=stranger, release=asked)
