"""Keeping a domain that another organization asked for."""

import pytest

from keyhouse.domain.domain_ownership import actions, queries
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.email_domains import queries as domains
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def test_the_owner_keeps_it_and_the_asker_learns_it_from_nobody(ada, cast, asked):
    actions.keep_domain(by=ada, release=asked)

    told = audit.events(cast.rival.id)[0]
    assert domains.is_verified(cast.acme, "acme.example") and queries.asked_of(ada) == []
    assert (told.sentence, told.actor) == ("The owner of acme.example keeps it.", "Keyhouse")


def test_an_answer_is_final(ada, asked, untouched):
    actions.keep_domain(by=ada, release=asked)

    with pytest.raises(ReleaseClosed), untouched():
        actions.keep_domain(by=ada, release=asked)


def test_the_asker_and_others_answer_nothing(ben, mallory, asked, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.keep_domain(by=stranger, release=asked)
