"""What people are told about their sign-in by mail."""

from keyhouse import deliveries
from keyhouse.domain.credentials import actions
from keyhouse.foundation.mail import queries as mail
from keyhouse.foundation.permissions import visitor
from tests.domain.credentials.proofs import give_app, give_password, try_password


def subjects(person):
    """The subjects of her mails, after everything that waits was done."""
    deliveries.run_pending()
    return [one.subject for one in mail.kept(to=person.email)]


def test_a_first_password_is_no_news_and_a_changed_one_is(cast):
    give_password(cast.ben)
    assert subjects(cast.ben) == []

    give_password(cast.ben, "Quiet harbor 19 waits")

    assert subjects(cast.ben) == ["Your password was changed"]


def test_a_stop_after_wrong_tries_is_told_once(cast):
    give_password(cast.ben)
    for _ in range(25):
        try_password(cast.ben, "wrong")

    assert subjects(cast.ben) == ["Sign-ins to your account are stopped for half an hour"]


def test_a_used_recovery_code_and_a_removed_app_are_told(ada, cast):
    _secret, codes = give_app(cast.ben)
    actions.check_code(by=visitor(), person=cast.ben, code=codes[0])
    assert subjects(cast.ben) == ["A recovery code was used to sign in"]

    actions.reset_second_factor(by=ada, person=cast.ben)

    assert "Your authenticator app was removed from your account" in subjects(cast.ben)
    assert any("Ada removed" in one.text for one in mail.kept(to=cast.ben.email))


def test_who_has_left_is_told_nothing(ada, cast):
    give_app(cast.dana)

    actions.reset_second_factor(by=ada, person=cast.dana)

    assert subjects(cast.dana) == []
