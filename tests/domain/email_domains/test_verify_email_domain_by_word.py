"""Verifying a domain by the operator's word."""

import pytest

from keyhouse.domain.email_domains import actions, queries
from keyhouse.domain.email_domains.errors import VerifiedElsewhere
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import operator_actor
from tests.cast import make_domain


def test_the_word_verifies_and_the_log_says_so(cast):
    labs = queries.named(cast.acme, "acme-labs.example")

    actions.verify_email_domain_by_word(by=operator_actor(cast.acme.id), domain=labs)

    assert queries.is_verified(cast.acme, "acme-labs.example")
    assert audit.events(cast.acme.id)[0].sentence == "The operator verified the domain acme-labs.example by word."


def test_no_word_takes_a_domain_from_its_owner(cast, untouched):
    theirs = make_domain(cast.rival, "acme.example", "claimed")

    with pytest.raises(VerifiedElsewhere), untouched():
        actions.verify_email_domain_by_word(by=operator_actor(cast.rival.id), domain=theirs)


def test_an_administrators_word_is_not_enough(ada, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.verify_email_domain_by_word(by=ada, domain=queries.named(cast.acme, "acme-labs.example"))
