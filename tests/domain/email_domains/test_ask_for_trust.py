"""A domain begins to wait for trust."""

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import AlreadyVerified, ReasonNeeded
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


@pytest.fixture
def labs(cast):
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


def test_the_domain_waits_with_who_asked_and_why(ada, cast, labs):
    waiting = actions.ask_for_trust(by=ada, domain=labs, reason=" It is our laboratory. ")

    assert (waiting.state, waiting.trust_reason, waiting.trust_asked_by_id) == (
        "trust_pending", "It is our laboratory.", cast.ada.id,
    )  # fmt: skip
    assert (
        audit.events(cast.acme.id)[0].sentence
        == "Ada asked to trust the domain acme-labs.example: It is our laboratory."
    )


def test_without_a_reason_nothing_is_asked(ada, labs, untouched):
    with pytest.raises(ReasonNeeded), untouched():
        actions.ask_for_trust(by=ada, domain=labs, reason="  ")


def test_what_is_verified_needs_no_trust(ada, cast, untouched):
    with pytest.raises(AlreadyVerified), untouched():
        actions.ask_for_trust(by=ada, domain=queries.named(cast.acme, "acme.example"), reason="why not")


def test_others_ask_for_nothing(ben, mallory, labs, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.ask_for_trust(by=stranger, domain=labs, reason="mine")
