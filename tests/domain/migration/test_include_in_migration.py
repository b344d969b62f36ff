"""Including a personal login in the migration again."""

import pytest

from keyhouse.domain.migration import actions, queries
from keyhouse.domain.migration.errors import IsNotExcluded, NotInMigration
from keyhouse.domain.migration.queries import Filters
from keyhouse.foundation.errors import NotAllowed


def test_an_excluded_login_is_not_started_again(cast, ada, migration_of):
    migration_of(cast.finn, "excluded", reason="other", before="overdue")

    actions.include_in_migration(by=ada, login=cast.finn.id)

    [row] = queries.rows(ada, Filters())
    assert (row.status, row.reason) == ("not_started", "")


def test_who_is_not_excluded_cannot_be_included(cast, ada, untouched):
    with pytest.raises(IsNotExcluded), untouched():
        actions.include_in_migration(by=ada, login=cast.finn.id)


def test_mallory_and_ben_may_not_include_anybody(cast, mallory, ben, migration_of, untouched):
    migration_of(cast.finn, "excluded")

    for by, error in ((mallory, NotInMigration), (ben, NotAllowed)):
        with pytest.raises(error), untouched():
            actions.include_in_migration(by=by, login=cast.finn.id)
