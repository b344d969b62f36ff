"""What approvals tell by mail, and what the clock does with them."""

import re

from keyhouse import deliveries
from keyhouse.domain.administration import queries as administration
from keyhouse.domain.governance import actions, jobs, queries
from keyhouse.foundation import secrets
from keyhouse.foundation.mail import queries as mail
from tests.domain.governance.asked import again, alone, ask, later


def mails(to: str) -> list[str]:
    """Subject and text of the mails to an address, the newest first."""
    deliveries.run_pending()
    return [f"{one.subject}\n{one.text}" for one in mail.kept(to=to)]


def test_those_who_may_decide_are_asked_by_mail(ada, cast):
    ask(ada, cast, reason="Erin is on leave")

    (letter,) = mails("erin@acme.example")
    assert "Ada asks for your approval: Assign System admin" in letter
    assert "Ben: – → System admin" in letter and "Erin is on leave" in letter
    assert not mails("ada@acme.example") and not mails("ben@acme.example")


def test_who_asked_is_told_the_outcome(ada, erin, cast):
    actions.approve(by=erin, approval=ask(ada, cast))
    assert "Erin approved it, and it was done." in " ".join(mails("ada@acme.example"))


def test_a_declined_request_is_told_with_its_reason(ada, erin, cast):
    actions.decline(by=erin, approval=ask(ada, cast), reason="Not this week")

    assert "Reason: Not this week" in " ".join(mails("ada@acme.example"))


def test_a_sole_administrator_gets_the_link_and_its_secret_is_blanked(ada, cast):
    alone(cast)
    asked = ask(ada, cast)

    letter = mails("ada@acme.example")[0]
    secret = re.search(r"/approvals/(\S+)", letter).group(1)

    assert queries.stop_link(secrets.hash_of(secret)).id == asked.id
    assert "Stop this" in letter and not again(asked).stop_encrypted


def test_after_a_day_the_clock_does_it_and_tells(ada, cast):
    alone(cast)
    ask(ada, cast)

    with later(hours=23):
        jobs.do_what_nobody_stopped(organization_id=None)
    assert not administration.is_system_admin(cast.ben)
    with later(hours=24):
        jobs.do_what_nobody_stopped(organization_id=None)

    assert administration.is_system_admin(cast.ben)
    assert "Nobody stopped it within 24 hours" in " ".join(mails("ada@acme.example"))


def test_requests_expire_and_who_asked_is_told(ada, cast):
    asked = ask(ada, cast)

    with later(days=7):
        jobs.expire_requests(organization_id=None)

    assert again(asked).state == "expired"
    assert "Its 7 days are over" in " ".join(mails("ada@acme.example"))
