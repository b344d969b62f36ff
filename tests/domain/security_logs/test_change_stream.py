"""A stream gets another name or place, and keeps its place in the log."""

import dataclasses

import pytest

from keyhouse.domain.security_logs import actions, queries
from keyhouse.domain.security_logs.errors import NoSuchStream, StreamNameTaken
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.domain.security_logs.rules import Kind, StreamSetup
from keyhouse.foundation.errors import NotAllowed
from tests.domain.security_logs.streaming import add

NEW = StreamSetup(name="Collector", kind=Kind.WEBHOOK, address="https://new.example/in")


def test_name_and_address_change_and_the_position_stays(ada, cast):
    stream = add(ada, cast.acme, Kind.WEBHOOK, "https://old.example/in")
    LogStream.objects.of(cast.acme).update(position=7)

    assert actions.change_stream(by=ada, stream=stream, setup=NEW)
    assert not actions.change_stream(by=ada, stream=stream, setup=NEW)

    changed = LogStream.objects.of(cast.acme).get()
    assert (changed.name, changed.address, changed.position) == ("Collector", "https://new.example/in", 7)


def test_the_name_of_another_stream_is_refused(ada, cast, untouched):
    add(ada, cast.acme, name="Archive")
    stream = add(ada, cast.acme, Kind.WEBHOOK, "https://old.example/in")

    with pytest.raises(StreamNameTaken), untouched():
        actions.change_stream(by=ada, stream=stream, setup=dataclasses.replace(NEW, name="ARCHIVE"))


def test_mallory_finds_no_stream_of_acme(ada, mallory, cast, untouched):
    """AUTH-1: another organization's stream is not there."""
    stream = add(ada, cast.acme, Kind.WEBHOOK, "https://old.example/in")

    with pytest.raises(NoSuchStream):
        queries.stream(mallory, stream.id)
    with pytest.raises(NotAllowed), untouched():
        actions.change_stream(by=mallory, stream=stream, setup=NEW)
