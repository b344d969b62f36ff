"""Mailing a code to a mailbox that only the owner of a domain can read."""

import pytest

from keyhouse.deliveries import run_pending
from keyhouse.domain.email_domains import actions, queries, rules
from keyhouse.domain.email_domains.errors import CodeNotSent
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.mail import queries as mail
from tests.conftest import all_rows


@pytest.fixture
def labs(cast):
    """The domain that Acme has claimed and not verified."""
    return queries.named(cast.acme, "acme-labs.example")


def test_the_code_is_mailed_once_and_then_forgotten(ada, cast, labs):
    """INV-4: until the mail is handed over the code stands encrypted in its row, and nowhere in plain."""
    actions.send_domain_code(by=ada, domain=labs, mailbox="admin")
    waiting = queries.named(cast.acme, labs.name)
    tables = {name: repr(rows) for name, rows in all_rows().items()}

    run_pending()

    letter = mail.kept()[0]
    code = next(word for word in letter.text.split() if len(word) == rules.CODE_DIGITS and word.isdigit())
    assert letter.to == "admin@acme-labs.example"
    assert waiting.code_encrypted and not queries.named(cast.acme, labs.name).code_encrypted
    assert not [name for name, rows in tables.items() if code in rows]


@pytest.mark.parametrize("mailbox", ["ada", "", "admin@rival.example", "ADMIN"])
def test_other_mailboxes_prove_nothing(ada, labs, untouched, mailbox):
    with pytest.raises(CodeNotSent), untouched():
        actions.send_domain_code(by=ada, domain=labs, mailbox=mailbox)


def test_three_mails_in_an_hour_are_the_most(ada, labs, untouched):
    for _ in range(3):
        actions.send_domain_code(by=ada, domain=labs, mailbox="admin")

    with pytest.raises(CodeNotSent, match="three codes"), untouched():
        actions.send_domain_code(by=ada, domain=labs, mailbox="webmaster")


def test_others_send_no_code(ben, mallory, labs, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.send_domain_code(by=stranger, domain=labs, mailbox="admin")
