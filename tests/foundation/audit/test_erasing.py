"""An erasure takes the names of a person out of the log and out of its index, and the chain stays whole."""

import dataclasses

from keyhouse.foundation.audit import erasing, queries, reading, verifying
from keyhouse.foundation.audit.asking import Wanted
from keyhouse.foundation.audit.models import AuditPersonal, AuditWord
from tests.foundation.audit.bicycles import paint, sealed


def test_what_names_her_goes_and_what_names_others_stays(ada, erin, cast):
    paint(ada, cast.ben, owner="ben@acme.example")
    by_ben = dataclasses.replace(erin, id=cast.ben.id, name="Ben", ip="192.0.2.9")
    paint(by_ben, cast.dana, owner="dana@acme.example")
    paint(ada, cast.press, owner="ben@acme.example")
    sealed(cast.acme.id)
    paint(ada, cast.press, owner="ben@acme.example")

    erased = erasing.erase_person(cast.acme.id, cast.ben.id, "ben@acme.example")

    left = {str(value) for value in AuditPersonal.objects.of(cast.acme).values_list("value", flat=True)}
    assert left == {"Ada", "dana@acme.example"} and erased == 5
    assert verifying.verify(cast.acme.id) is None


def test_she_is_found_by_her_id_and_no_more_by_her_name(ada, cast):
    paint(ada, cast.ben, owner="ben@acme.example")
    sealed(cast.acme.id)

    erasing.erase_person(cast.acme.id, cast.ben.id, "ben@acme.example")

    assert reading.found(cast.acme.id, Wanted(text="ben")).lines == []
    assert len(reading.found(cast.acme.id, Wanted(text=str(cast.ben.id))).lines) == 1
    assert not [word for word in AuditWord.objects.values_list("word", flat=True) if bytes(word).startswith(b"ben")]


def test_the_line_shows_the_id_instead(ada, cast):
    paint(ada, cast.ben, "green", owner="ben@acme.example")
    sealed(cast.acme.id)

    erasing.erase_person(cast.acme.id, cast.ben.id)

    [line] = queries.events(cast.acme.id)
    assert line.sentence == f"Ada painted {cast.ben.id}'s bicycle green."


def test_an_erasure_that_was_broken_off_is_done_by_the_next(ada, cast, monkeypatch):
    for _ in range(4):
        paint(ada, cast.ben, owner="ben@acme.example")
    sealed(cast.acme.id)
    monkeypatch.setattr(erasing, "AT_ONCE", 1)

    assert [erasing.erase_person(cast.acme.id, cast.ben.id, "ben@acme.example") for _ in range(2)] == [4, 0]


def test_the_log_of_another_organization_is_left_alone(ada, mallory, cast):
    paint(mallory, cast.mallory, owner="ben@acme.example")
    paint(ada, cast.ben, owner="ben@acme.example")

    erasing.erase_person(cast.acme.id, cast.ben.id, "ben@acme.example")

    assert AuditPersonal.objects.of(cast.rival).filter(value="ben@acme.example").exists()
