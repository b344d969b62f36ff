"""A domain that waited for trust isn't trusted."""

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def waiting(ada, cast):
    """Acme's laboratory, which waits for trust."""
    return actions.ask_for_trust(by=ada, domain=queries.named(cast.acme, "acme-labs.example"), reason="our laboratory")


def test_the_domain_is_not_verified_again(erin, cast, waiting):
    actions.end_trust_request(by=erin, domain=waiting)

    assert queries.named(cast.acme, "acme-labs.example").state == "claimed"
    assert audit.events(cast.acme.id)[0].sentence == "acme-labs.example wasn't trusted."


def test_a_domain_that_waits_for_nothing_stays_as_it_is(ada, cast, untouched):
    with untouched():
        actions.end_trust_request(by=ada, domain=queries.named(cast.acme, "acme.example"))


def test_others_end_nothing(ben, mallory, waiting, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.end_trust_request(by=stranger, domain=waiting)
