"""A webhook is signed with the new secret from now on."""

import pytest

from keyhouse.domain.security_logs import actions, rules
from keyhouse.domain.security_logs.errors import HasNoSecret
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_logs.streaming import add


def test_the_new_secret_signs(ada, cast):
    stream = add(ada, cast.acme, Kind.WEBHOOK, "https://logs.example/in")
    old = rules.destination_of(stream).secret

    new = actions.replace_stream_secret(by=ada, stream=stream)

    assert new != old and rules.destination_of(LogStream.objects.of(cast.acme).get()).secret == new


def test_only_webhooks_have_one(ada, cast, untouched):
    stream = add(ada, cast.acme)

    with pytest.raises(HasNoSecret), untouched():
        actions.replace_stream_secret(by=ada, stream=stream)


def test_another_organization_gets_no_secret(ada, mallory, cast, untouched):
    stream = add(ada, cast.acme, Kind.WEBHOOK, "https://logs.example/in")

    with pytest.raises(NotAllowed), untouched():
        actions.replace_stream_secret(by=mallory, stream=stream)
