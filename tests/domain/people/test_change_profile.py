"""Changing what is known about a person: only what differs, with before and after in the log."""

import dataclasses

import pytest

from keyhouse.domain.people import actions, rules
from keyhouse.domain.people.errors import TooLong
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed


def profile(person, **changes):
    return dataclasses.replace(rules.profile_of(person), **changes)


def test_what_differs_is_changed_and_told(ada, cast):
    changed = actions.change_profile(by=ada, person=cast.ben, profile=profile(cast.ben, job_title="Lead"))

    cast.ben.refresh_from_db()
    line = audit.events(cast.acme.id)[0]
    assert (changed, cast.ben.job_title, cast.ben.version) == (("job_title",), "Lead", 2)
    assert (line.facts["before"], line.facts["after"]) == ({"job_title": ""}, {"job_title": "Lead"})


def test_what_is_so_already_changes_nothing(ada, cast, untouched):
    with untouched():
        assert actions.change_profile(by=ada, person=cast.ben, profile=profile(cast.ben)) == ()


def test_the_folded_name_follows(ada, cast):
    actions.change_profile(by=ada, person=cast.ben, profile=profile(cast.ben, display_name="BENNY"))

    cast.ben.refresh_from_db()
    assert cast.ben.name_folded == "benny"


def test_a_text_that_does_not_fit_is_refused(ada, cast, untouched):
    with pytest.raises(TooLong), untouched():
        actions.change_profile(by=ada, person=cast.ben, profile=profile(cast.ben, job_title="x" * 201))


def test_ben_and_mallory_change_nobody(ben, mallory, cast, untouched):
    for by in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            actions.change_profile(by=by, person=cast.ben, profile=profile(cast.ben, job_title="Boss"))
