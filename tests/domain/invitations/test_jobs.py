"""Mails of invitations: the link is handed over once, and kept nowhere afterwards."""

import re

import pytest

from keyhouse import deliveries
from keyhouse.domain.invitations import actions, jobs, queries
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.mail import queries as mail
from tests.conftest import all_rows
from tests.domain.invitations.inviting import fresh, holding, invite, secret_of


def run():
    while deliveries.run_pending():
        pass


def test_the_mail_holds_the_link_and_the_row_no_longer(ada, cast):
    """INV-4: after the hand-over the encrypted copy is gone, and the secret stands in no table in plain."""
    invitation = invite(ada, cast.spring_campaign, note="We start on Monday")
    secret = secret_of(invitation)

    run()

    [letter] = mail.kept(to="erin@acme.example")
    assert letter.subject == "Ada invited you to Spring campaign"
    assert re.search(rf"http\S+/invitations/{secret}\n", letter.text)
    assert "We start on Monday" in letter.text
    assert (fresh(invitation).handle_encrypted, len(fresh(invitation).sent_times)) == ("", 1)
    assert secret not in repr(all_rows())


def test_a_retried_mail_carries_the_same_link(ada, cast, monkeypatch):
    """INV-4: when the mail server fails, the next try sends the very same link."""
    invitation = invite(ada, cast.spring_campaign)
    secret = secret_of(invitation)
    event = AuditEvent.objects.of(cast.acme).get(tag="portfolio.person.invited")

    with monkeypatch.context() as patch:
        patch.setattr("keyhouse.foundation.mail.send", lambda **mail: (_ for _ in ()).throw(OSError("no server")))
        with pytest.raises(OSError, match="no server"):
            jobs.send_invitation(organization_id=cast.acme.id, event_id=event.id)
    jobs.send_invitation(organization_id=cast.acme.id, event_id=event.id)

    assert secret in mail.kept(to="erin@acme.example")[0].text


def test_a_mail_that_was_handed_over_is_not_sent_again(ada, cast):
    """REL-9: a delivery that comes twice is one mail."""
    invite(ada, cast.spring_campaign)
    run()
    event = AuditEvent.objects.of(cast.acme).get(tag="portfolio.person.invited")

    jobs.send_invitation(organization_id=cast.acme.id, event_id=event.id)

    assert len(mail.kept(to="erin@acme.example")) == 1


def test_a_canceled_invitation_is_not_mailed(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    actions.cancel_invitation(by=ada, portfolio=cast.spring_campaign, invitation_id=invitation.id)

    run()

    assert mail.kept(to="erin@acme.example") == []


def test_the_secret_is_in_no_event_and_no_job(ada, cast):
    """INV-4: never in an event, a job's arguments or a log."""
    invitation = invite(ada, cast.spring_campaign)
    new = actions.resend_invitation(by=ada, portfolio=cast.spring_campaign, invitation_id=invitation.id)

    deliveries.read()

    assert new not in repr(all_rows())


def test_the_inviter_is_told_of_the_answer(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    actions.decline_invitation(by=holding(invitation), invitation=invitation, reason="Not my team")

    run()

    [letter] = mail.kept(to="ada@acme.example")
    assert letter.subject == "erin@acme.example declined your invitation to Spring campaign"
    assert "Not my team" in letter.text


def test_a_blank_link_opens_nothing(ada, cast):
    """LINK-4: a missing or blank secret matches no invitation, even one without a link."""
    from keyhouse.domain.invitations.errors import NoSuchInvitation
    from keyhouse.domain.invitations.models import Invitation

    invitation = invite(ada, cast.spring_campaign)
    Invitation.objects.of(cast.acme).filter(id=invitation.id).update(handle_hash="")

    for nothing in ("", " ", "\x00"):
        with pytest.raises(NoSuchInvitation):
            queries.by_link(nothing)
