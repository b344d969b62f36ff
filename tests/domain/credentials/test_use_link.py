"""Using a link up."""

import pytest

from keyhouse.domain.credentials import actions, queries
from keyhouse.domain.credentials.errors import LinkUsed
from keyhouse.domain.credentials.models import LinkPurpose
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor, visitor


@pytest.fixture
def link(cast):
    return queries.link(actions.create_sign_in_link(by=operator_actor(), person=cast.ada), LinkPurpose.ONE_TIME)


def test_a_link_is_used_once(link):
    holder = visitor(link=link.handle_hash)

    actions.use_link(by=holder, link=link)

    with pytest.raises(LinkUsed):
        actions.use_link(by=holder, link=link)


def test_only_who_holds_it_uses_it(link, ada, mallory, untouched):
    """INV-1: knowing of a link is not holding it."""
    for stranger in (visitor(), visitor(link="0" * 64), ada, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.use_link(by=stranger, link=link)
