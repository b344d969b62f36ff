"""Asking the owner of a domain to release it."""

import datetime as dt

import pytest
import time_machine

from keyhouse.deliveries import run_pending
from keyhouse.domain.domain_ownership import actions, queries
from keyhouse.domain.domain_ownership.errors import AskedForRelease, NothingToRelease, ProveFirst
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from tests.cast import make_domain


def ask(by, domain):
    return actions.ask_for_release(by=by, domain=domain, words="We bought the name.")


def test_the_owner_learns_who_asks_and_stays_unknown_itself(ada, mallory, cast, theirs):
    ask(mallory, theirs)

    assert [(one.name, one.organization.name) for one in queries.asked_of(ada)] == [("acme.example", "Rival Ltd")]
    assert audit.events(cast.acme.id)[0].sentence == "Rival Ltd asked for the release of acme.example."
    assert "Acme" not in repr([line.facts for line in audit.events(cast.rival.id)])


def test_the_owners_administrators_are_mailed(ada, cast, asked):
    run_pending()

    letters = [letter.to for letter in mail.kept() if letter.subject == "Rival Ltd asks for acme.example"]
    assert sorted(letters) == ["ada@acme.example", "erin@acme.example"]


def test_only_who_has_proved_it_lately_asks(mallory, cast, theirs, untouched):
    with time_machine.travel(clock.now() + dt.timedelta(days=8), tick=False), pytest.raises(ProveFirst), untouched():
        ask(mallory, theirs)
    EmailDomain.objects.of(cast.rival).filter(id=theirs.id).update(contested_at=None)
    with pytest.raises(ProveFirst), untouched():
        ask(mallory, theirs)


def test_it_is_asked_once_and_again_30_days_after_a_no(ada, mallory, theirs, asked):
    with pytest.raises(AskedForRelease):
        ask(mallory, theirs)
    actions.keep_domain(by=ada, release=asked)
    with pytest.raises(AskedForRelease):
        ask(mallory, theirs)


def test_what_nobody_owns_is_verified_and_not_asked_for(mallory, cast, untouched):
    free = make_domain(cast.rival, "free.example", "claimed")

    with pytest.raises(NothingToRelease), untouched():
        ask(mallory, free)


def test_others_ask_for_nothing(ada, ben, theirs, untouched):
    for stranger in (ada, ben):
        with pytest.raises(NotAllowed), untouched():
            ask(stranger, theirs)
