"""Choosing columns: each administrator sees her own, and none means the usual ones."""

import pytest

from keyhouse.domain.directory import actions, queries
from keyhouse.foundation.errors import NotAllowed


def test_columns_are_kept_for_each_administrator(ada, erin, cast):
    for columns in (["email"], ["status", "location"]):
        actions.choose_columns(by=ada, page="people", columns=columns)

    assert queries.own_columns(ada, "people") == ["status", "location"]
    assert queries.own_columns(erin, "people") == [] and queries.own_columns(ada, "groups") == []


def test_no_columns_are_the_usual_ones_again(ada, cast):
    actions.choose_columns(by=ada, page="people", columns=["email"])
    actions.choose_columns(by=ada, page="people", columns=[])

    assert queries.own_columns(ada, "people") == []


def test_a_connection_chooses_nothing(okta, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        actions.choose_columns(by=okta, page="people", columns=["email"])
