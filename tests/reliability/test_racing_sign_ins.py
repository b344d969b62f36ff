"""Two at once at the front door: links, codes, wrong tries, and a sign-in beside a deactivation."""

import pytest

from keyhouse.domain.credentials import actions as credentials
from keyhouse.domain.credentials import queries as proofs
from keyhouse.domain.credentials.errors import LinkUsed
from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.people.models import Person
from keyhouse.domain.recovery import actions as recovery
from keyhouse.domain.sign_in import hot_sessions
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import secrets
from keyhouse.foundation.permissions import operator_actor, visitor
from tests.domain.activation.arriving import activate, link_for, newcomer
from tests.domain.credentials.proofs import code_of, give_app, give_password, try_password
from tests.domain.sign_in.walking import begin, code, password
from tests.racing import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def worked(results):
    """How many of the calls were not refused."""
    return [found for found in results if found is not None and not isinstance(found, Exception)]


def test_a_one_time_link_signs_in_once(cast):
    link = credentials.create_sign_in_link(by=operator_actor(), person=cast.ada)
    holder = visitor(link=secrets.hash_of(link))

    results = at_once(*[lambda: recovery.sign_in_by_link(by=holder, secret=link)] * 4)

    assert len(worked(results)) == 1 and Session.objects.of(cast.acme).count() == 1
    assert all(isinstance(one, LinkUsed) for one in results if isinstance(one, Exception))


def test_an_account_is_activated_once(cast):
    link = link_for(newcomer(cast))

    results = at_once(*[lambda: activate(link)] * 3)

    assert len(worked(results)) == 1 and Session.objects.of(cast.acme).count() == 1


def test_a_code_of_the_app_is_taken_by_one_of_two_browsers(cast):
    """SESS-4: the step of a code is used up in the statement that takes it."""
    give_password(cast.cleo)
    secret, _codes = give_app(cast.cleo)
    browsers = [password(begin(cast.cleo.email).secret).secret for _ in range(3)]

    at_once(*[lambda step=step: code(step, code_of(secret, 1)) for step in browsers])

    assert Session.objects.of(cast.brightside).count() == 1


def test_a_recovery_code_is_taken_once(cast):
    _secret, codes = give_app(cast.cleo)

    results = at_once(*[lambda: credentials.check_code(by=visitor(), person=cast.cleo, code=codes[0])] * 4)

    assert results.count(None) == 1 and proofs.recovery_codes_left(cast.cleo) == 9


def test_wrong_tries_at_once_are_all_counted(cast):
    """SESS-4: guessing in parallel gains nothing."""
    give_password(cast.cleo)

    for _ in range(4):
        at_once(*[lambda: try_password(cast.cleo, "wrong")] * 5)

    assert proofs.is_stopped(cast.cleo) and try_password(cast.cleo) is not None


def test_a_sign_in_beside_a_deactivation_leaves_no_session(ada, cast):
    """SESS-2: whichever comes first, nobody who is deactivated has a session afterwards."""
    give_password(cast.ben)
    cookies = []
    for _ in range(3):
        Person.objects.of(cast.acme).filter(id=cast.ben.id).update(state="active", deactivated_at=None)
        begun = begin(cast.ben.email)
        ben = Person.objects.of(cast.acme).get(id=cast.ben.id)

        results = at_once(
            lambda begun=begun: password(begun.secret),
            lambda ben=ben: deprovisioning.deactivate_person(by=ada, person=ben),
        )
        cookies.append(getattr(results[0], "session", ""))

        assert isinstance(results[1], Person), "the deactivation goes through, whatever else happens"
        assert not Session.objects.of(cast.acme).filter(person=cast.ben).exists()
    assert [hot_sessions.session(cookie) for cookie in cookies] == [None] * 3
