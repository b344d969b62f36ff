"""Deleting a saved filter: its owner alone does it."""

import pytest

from keyhouse.domain.directory import actions, queries
from keyhouse.domain.directory.errors import NoSuchFilter


def test_a_filter_is_deleted_by_its_owner_alone(ada, erin, cast, untouched):
    saved = actions.save_filter(by=ada, page="people", name="Leavers", query="q=x")
    with pytest.raises(NoSuchFilter), untouched():
        actions.delete_filter(by=erin, saved=saved)

    actions.delete_filter(by=ada, saved=saved)

    assert queries.own_filters(ada, "people") == []
