"""Finishing single sign-on: the right person, once, in the right browser; an invited person becomes active."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.lifecycle import actions
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person
from keyhouse.domain.sign_in import actions as sign_in
from keyhouse.domain.sign_in.models import ConnectionSubject, Session, SignInAttempt
from keyhouse.foundation import clock
from keyhouse.foundation.errors import Refused
from tests.cast import make_person
from tests.domain.sign_in.sign_on import BROWSER, answer, answered, make_sign_on, nobody, route, single_sign_on

__all__ = ["nobody", "single_sign_on"]


def finished(by, connection, handle, browser=BROWSER):
    return actions.finish_sign_on(by=by, connection=connection, handle=handle, browser=browser)


def refused(cast, outcome, code):
    """The refusal is a result, signs nobody in, and stands in the list of attempts."""
    attempt = SignInAttempt.objects.of(cast.acme).order_by("-id").first()
    return (
        isinstance(outcome, Refused)
        and outcome.support_code == attempt.support_code
        and attempt.outcome == code
        and not Session.objects.of(cast.acme).exists()
    )


def test_the_person_of_the_address_is_signed_in_and_linked(cast, single_sign_on, nobody):
    signed_in = finished(nobody, single_sign_on, answered(nobody, single_sign_on))

    session = Session.objects.of(cast.acme).get()
    assert (signed_in.person, session.person) == (cast.ben, cast.ben)
    assert (session.method, session.session_index, session.connection) == ("sso", "_s1", single_sign_on)
    assert ConnectionSubject.objects.of(cast.acme).get().person == cast.ben


def test_the_second_sign_in_goes_by_the_stored_link(cast, single_sign_on, nobody):
    """LINK-1: the same subject with a new address is the same person."""
    finished(nobody, single_sign_on, answered(nobody, single_sign_on))
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(email_folded="benjamin@acme.example")

    signed_in = finished(nobody, single_sign_on, answered(nobody, single_sign_on, "_r2"))

    assert signed_in.person == cast.ben
    assert ConnectionSubject.objects.of(cast.acme).count() == 1


def test_the_same_address_under_another_subject_is_refused(cast, single_sign_on, nobody):
    """LINK-1: an address is a hint, the subject is the key."""
    ConnectionSubject.objects.of(cast.acme).create(
        connection=single_sign_on, issuer="https://idp.acme.example/metadata", subject="opaque-7", person=cast.ben,
        made_at=cast.ben.made_at,
    )  # fmt: skip

    outcome = finished(nobody, single_sign_on, answered(nobody, single_sign_on))

    assert refused(cast, outcome, "nameid_email_mismatch")


def test_an_address_that_moved_to_somebody_else_opens_neither_account(cast, single_sign_on, nobody):
    """LINK-1: a stored address that is another person's now signs nobody in."""
    finished(nobody, single_sign_on, answered(nobody, single_sign_on))
    Session.objects.of(cast.acme).delete()
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(
        email_folded="old@acme.example", email="old@acme.example"
    )
    make_person(cast.acme, "ben@acme.example", "New Ben", sign_in_method="sso")

    outcome = finished(nobody, single_sign_on, answered(nobody, single_sign_on, "_r2"))

    assert refused(cast, outcome, "nameid_email_mismatch")


def test_an_invited_person_becomes_active_by_her_first_sign_in(cast, single_sign_on, nobody):
    invited = make_person(
        cast.acme, "gil@acme.example", "Gil", state="invited", sign_in_method="sso", activated_at=None
    )

    signed_in = finished(nobody, single_sign_on, answered(nobody, single_sign_on, name="GIL@acme.example"))

    invited.refresh_from_db()
    assert signed_in.activated
    assert invited.state == "active"


@pytest.mark.parametrize("state", ["deactivated", "suspended", "locked", "added"])
def test_whoever_is_not_active_is_refused(cast, single_sign_on, nobody, state):
    Person.objects.of(cast.acme).filter(id=cast.ben.id).update(state=state)

    outcome = finished(nobody, single_sign_on, answered(nobody, single_sign_on))

    assert refused(cast, outcome, "person_not_active")
    assert not ConnectionSubject.objects.of(cast.acme).exists()


@pytest.mark.parametrize(
    "name",
    [
        "nobody@acme.example", "mallory@rival.example", "cleo@brightside.example", "Ben <ben@acme.example>",
        "ben@acme.example.rival.example", "ben@acme.example ", "\uff42en@acme.example", "be\u0274@acme.example",
    ],
)  # fmt: skip
def test_who_is_not_called_so_in_the_organization_is_refused(cast, single_sign_on, nobody, name):
    """LINK-2: a connection finds nobody outside its own organization."""
    assert refused(
        cast, finished(nobody, single_sign_on, answered(nobody, single_sign_on, name=name)), "no_such_person"
    )


def test_a_letter_that_folds_into_another_ones_address_is_another_name(cast, single_sign_on, nobody):
    """LINK-1: the Kelvin sign is no k, whatever folding makes of it."""
    make_person(cast.acme, "erik@acme.example", "Erik", sign_in_method="sso")

    outcome = finished(nobody, single_sign_on, answered(nobody, single_sign_on, name="eri\u212a@acme.example"))

    assert refused(cast, outcome, "no_such_person")


def test_a_domain_that_is_not_verified_or_not_assigned_links_nobody(cast, single_sign_on, nobody):
    """LINK-2: an address leads to an account only where its domain is verified and assigned to the connection."""
    make_person(cast.acme, "gil@acme-labs.example", "Gil", sign_in_method="sso")
    route(cast, make_sign_on(cast, "Entra"), "acme-labs.example")

    outcome = finished(nobody, single_sign_on, answered(nobody, single_sign_on, name="gil@acme-labs.example"))

    assert refused(cast, outcome, "domain_not_assigned")


def test_a_break_glass_administrator_is_not_opened_by_the_provider(cast, single_sign_on, nobody):
    outcome = finished(nobody, single_sign_on, answered(nobody, single_sign_on, name="ada@acme.example"))

    assert refused(cast, outcome, "no_such_person")


def test_a_connection_that_was_switched_off_meanwhile_signs_nobody_in(cast, single_sign_on, nobody):
    handle = answered(nobody, single_sign_on)
    single_sign_on.state = "disabled"

    assert refused(cast, finished(nobody, single_sign_on, handle), "single_sign_on_off")


def test_a_suspended_organization_signs_nobody_in(cast, single_sign_on, nobody):
    handle = answered(nobody, single_sign_on)
    Organization.objects.filter(id=cast.acme.id).update(state="suspended")

    assert refused(cast, finished(nobody, single_sign_on, handle), "organization_suspended")


def test_a_used_handle_is_refused_and_the_log_says_why(cast, single_sign_on, nobody):
    """SAML-8: a handle is used once."""
    handle = answered(nobody, single_sign_on)
    finished(nobody, single_sign_on, handle)

    outcome = finished(nobody, single_sign_on, handle)

    assert isinstance(outcome, Refused)
    assert Session.objects.of(cast.acme).count() == 1


def test_the_handle_in_another_browser_is_refused_and_uses_nothing_up(cast, single_sign_on, nobody):
    """SAML-8: a sign-in is finished in the browser that began it."""
    handle = answered(nobody, single_sign_on)

    assert refused(cast, finished(nobody, single_sign_on, handle, browser="Mallory's"), "unsolicited")
    assert finished(nobody, single_sign_on, handle).person == cast.ben


def test_two_handles_of_one_response_sign_in_once(cast, single_sign_on, nobody):
    """SAML-8: the same response posted twice makes one session, whichever handle comes first."""
    first = answered(nobody, single_sign_on)
    second = sign_in.keep_sign_on_answer(by=nobody, connection=single_sign_on, answer=answer("_r1"))

    outcomes = [finished(nobody, single_sign_on, second), finished(nobody, single_sign_on, first)]

    assert [isinstance(one, Refused) for one in outcomes] == [False, True]
    assert Session.objects.of(cast.acme).count() == 1


def test_the_wait_ends_after_two_minutes(cast, single_sign_on, nobody):
    handle = answered(nobody, single_sign_on)

    with time_machine.travel(clock.now() + dt.timedelta(minutes=2, seconds=1)):
        outcome = finished(nobody, single_sign_on, handle)

    assert refused(cast, outcome, "unsolicited")
