"""The database of a test run."""

import pytest
from django.db import connection

from tests.database import DATABASE


@pytest.mark.django_db
def test_the_tests_run_on_the_database_that_was_asked_for():
    assert connection.vendor == DATABASE
