"""Logs: no line holds a secret, whoever wrote it."""

import logging

import pytest

from keyhouse.foundation import logs

SECRET = "n3JZXKkFtJZXNQRPQJ_QYtgdjmsbwHGwoxkcUgtuGN6"


@pytest.mark.parametrize(
    "line",
    [
        f"GET /activate/{SECRET} 200",
        f"http://127.0.0.1:8000/invitations/{SECRET}?next=/",
        f"Authorization: Bearer {SECRET}",
        f"token=kh_{SECRET}&x=1",
        f'{{"path": "/set-up/{SECRET}"}}',
    ],
)
def test_the_secret_of_an_address_or_header_is_cut_from_a_line(line):
    """Part of WEB-7: the secret is cut from every log."""
    found = logs.without_secrets(line)

    assert SECRET not in found
    assert SECRET[5:20] not in found


def test_named_fields_and_passwords_of_addresses_are_cut():
    found = logs.without_secrets(
        "POST SAMLResponse=PHNhbWw&code=123456 smtps://ada:hidden@mail.example basic YWRhOmhpZGRlbg=="
    )

    for secret in ("PHNhbWw", "123456", "hidden", "YWRhOmhpZGRlbg"):
        assert secret not in found


def test_what_is_no_secret_stays():
    line = (
        "failed keyhouse.domain.invitations.jobs.send_it 3245678901234567890 a_name_long_and_with_small_letters_only_ok"
    )

    assert logs.without_secrets(line) == line


def test_a_traceback_is_cut_too():
    try:
        raise ValueError(f"bad link {SECRET}")
    except ValueError as error:
        record = logging.LogRecord(
            "keyhouse", logging.ERROR, __file__, 1, "failed", None, (type(error), error, error.__traceback__)
        )

    text = logs.Formatter().format(record)
    assert "ValueError" in text
    assert SECRET not in text
