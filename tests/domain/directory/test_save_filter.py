"""Saving a filter: it has a name of its own, belongs to who saved it, and others can open its link."""

import pytest

from keyhouse.domain.directory import actions, queries
from keyhouse.domain.directory.errors import (
    FilterNameNeeded,
    FilterNameTaken,
    NoSuchFilter,
    NothingFiltered,
    TooManyFilters,
)
from keyhouse.foundation.errors import NotAllowed


def save(by, name="Leavers", query="status=deactivated"):
    return actions.save_filter(by=by, page="people", name=name, query=query)


def test_a_saved_filter_is_found_by_its_owner_and_opened_by_others_of_the_organization(ada, erin, cast):
    saved = save(ada)

    assert queries.own_filters(ada, "people") == [saved] and queries.own_filters(erin, "people") == []
    assert queries.saved_filter(erin, "people", saved.id).query == "status=deactivated"


def test_mallory_opens_no_filter_of_acme(ada, mallory, cast):
    """AUTH-1: the link of a saved filter leads nowhere outside of its organization."""
    with pytest.raises(NoSuchFilter):
        queries.saved_filter(mallory, "people", save(ada).id)


@pytest.mark.parametrize(
    ("name", "query", "rule"),
    [
        ("", "q=x", FilterNameNeeded),
        ("x" * 61, "q=x", FilterNameNeeded),
        ("leavers", "q=x", FilterNameTaken),
        ("All", "", NothingFiltered),
    ],
    ids=["empty", "long", "taken", "everybody"],
)
def test_a_name_is_needed_and_taken_once(ada, cast, untouched, name, query, rule):
    save(ada)

    with pytest.raises(rule), untouched():
        save(ada, name, query)


def test_there_is_an_end_to_it(ada, cast, monkeypatch):
    monkeypatch.setattr("keyhouse.domain.directory.rules.MOST_FILTERS", 1)
    save(ada)

    with pytest.raises(TooManyFilters):
        save(ada, "Others")


def test_jobs_keep_no_filters(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        save(okta)
