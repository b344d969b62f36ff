"""Releasing a domain to the organization that asked for it."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.connections.models import Connection, RoutedDomain
from keyhouse.domain.domain_ownership import actions
from keyhouse.domain.domain_ownership.errors import ReleaseClosed
from keyhouse.domain.email_domains import queries as domains
from keyhouse.domain.email_domains.errors import DomainIsRouted
from keyhouse.domain.people import queries as people
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from tests.racing import at_once


def states(cast):
    return [domains.named(one, "acme.example").state for one in (cast.acme, cast.rival)]


def test_the_domain_moves_in_one_step_and_nobody_is_inherited(ada, cast, asked):
    """LINK-5: the accounts of the old owner stay the old owner's."""
    assert actions.release_domain(by=ada, release=asked)

    assert states(cast) == ["claimed", "verified"]
    assert people.holder_of("ben@acme.example").organization_id == cast.acme.id


def test_both_logs_say_so_and_the_new_owners_names_nobody(ada, cast, asked):
    actions.release_domain(by=ada, release=asked)

    ours, theirs = audit.events(cast.acme.id)[0], audit.events(cast.rival.id)[0]
    assert (ours.title, ours.actor, theirs.title, theirs.actor) == (
        "Domain transferred",
        "Ada",
        "Domain verified",
        "Keyhouse",
    )
    assert ours.correlation == theirs.correlation


def test_a_proof_that_is_too_old_is_shown_once_more(ada, cast, asked):
    with time_machine.travel(clock.now() + dt.timedelta(days=8), tick=False):
        assert not actions.release_domain(by=ada, release=asked)

    assert states(cast) == ["claimed", "claimed"]


def test_a_domain_that_a_connection_routes_is_not_given_away(ada, cast, asked, untouched):
    okta = Connection.objects.of(cast.acme).create(kind="saml", name="Okta", made_at=clock.now())
    RoutedDomain.objects.of(cast.acme).create(connection=okta, domain=domains.named(cast.acme, "acme.example"))

    with pytest.raises(DomainIsRouted), untouched():
        actions.release_domain(by=ada, release=asked)


def test_the_asker_and_others_release_nothing(ben, mallory, asked, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.release_domain(by=stranger, release=asked)


def test_released_and_kept_at_once_one_counts(transactional_db, ada, erin, asked):
    results = at_once(
        lambda: actions.release_domain(by=ada, release=asked), lambda: actions.keep_domain(by=erin, release=asked)
    )

    assert sorted(isinstance(result, ReleaseClosed) for result in results) == [False, True], results
