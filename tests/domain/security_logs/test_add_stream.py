"""A stream carries the log to one place; its secret is shown once and stands encrypted."""

import dataclasses

import pytest

from keyhouse.domain.security_logs import actions, rules
from keyhouse.domain.security_logs.errors import StreamNameTaken, TooManyStreams, WrongAddress, WrongCertificate
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind, StreamSetup
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission
from tests.domain.security_logs.streaming import add
from tests.foundation.audit.bicycles import paint, sealed

HOOK = StreamSetup(name="Collector", kind=Kind.WEBHOOK, address="https://logs.example/in?key=s3cret")


def test_it_is_added_with_a_secret_that_no_table_holds_in_plain(ada, cast):
    stream, secret = actions.add_stream(by=ada, organization=cast.acme, setup=HOOK)

    assert secret.startswith("kh_log_") and secret not in stream.secret_encrypted
    assert rules.destination_of(stream).secret == secret
    assert audit.events(cast.acme.id)[0].sentence == "Ada created the log stream Collector to logs.example:443."


def test_it_begins_with_what_happens_from_now_on_or_with_the_oldest_line(ada, cast):
    paint(ada, cast.ben)
    sealed(cast.acme.id)

    assert add(ada, cast.acme, name="from now").position == 1
    assert add(ada, cast.acme, name="whole", from_beginning=True).position == 0


@pytest.mark.parametrize(
    ("setup", "error"),
    [
        (dataclasses.replace(HOOK, address="ftp://logs.example"), WrongAddress),
        (dataclasses.replace(HOOK, address="https://user:word@logs.example"), WrongAddress),
        (StreamSetup(name="S", kind=Kind.SYSLOG, address=""), WrongAddress),
        (StreamSetup(name="S", kind=Kind.SYSLOG, address="logs.example:many"), WrongAddress),
        (StreamSetup(name="S", kind=Kind.SYSLOG, address="logs.example", certificate="no PEM"), WrongCertificate),
    ],
    ids=["no https", "a password in it", "no host", "no port", "no certificate"],
)
def test_what_is_no_place_is_refused(ada, cast, untouched, setup, error):
    with pytest.raises(error), untouched():
        actions.add_stream(by=ada, organization=cast.acme, setup=setup)


def test_a_name_is_given_once_in_an_organization(ada, mallory, cast, untouched):
    add(ada, cast.acme, name="Archive")
    add(mallory, cast.rival, name="Archive")

    with pytest.raises(StreamNameTaken, match="archive"), untouched():
        add(ada, cast.acme, name=" archive ")


def test_there_are_at_most_ten(ada, cast, untouched):
    for number in range(rules.MOST_STREAMS):
        add(ada, cast.acme, name=f"stream {number}")

    with pytest.raises(TooManyStreams), untouched():
        add(ada, cast.acme, name="one more")


def test_who_may_only_read_and_another_organization_add_nothing(ada, mallory, cast, untouched):
    """AUTH-1: Mallory can't carry Acme's log away."""
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.LOGS_VIEW}))

    for stranger in (reader, mallory):
        with pytest.raises(NotAllowed), untouched():
            add(stranger, cast.acme)
    assert not LogStream.objects.of(cast.acme).exists()
