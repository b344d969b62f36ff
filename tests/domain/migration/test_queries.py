"""The rows, the report and the tasks of the migration, as the data says."""

import datetime as dt

import pytest

from keyhouse.domain.connections.models import Connection
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.migration import queries
from keyhouse.domain.migration.queries import Filters
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation import clock
from keyhouse.foundation.errors import NotFound
from tests.cast import make_member, make_person
from tests.endpoints.saml.provider import make_connection

DAY = dt.timedelta(days=1)


def test_a_row_for_each_personal_login_and_portfolio(cast, ada):
    make_member(cast.spring_campaign, cast.finn, "full")

    rows = queries.rows(ada, Filters())

    assert [(row.email, row.portfolio_name, row.access, row.status) for row in rows] == [
        ("finn.home@mail.example", "Press", "basic", "not_started"),
        ("finn.home@mail.example", "Spring campaign", "full", "not_started"),
    ]


def test_a_removed_place_shows_only_when_its_person_has_moved(cast, ada, migration_of):
    Membership.objects.of(cast.acme).filter(person=cast.finn).update(state="removed")
    assert queries.rows(ada, Filters()) == []

    migration_of(cast.finn, "migrated")

    assert [row.status for row in queries.rows(ada, Filters())] == ["migrated"]


def test_who_was_invited_is_overdue_the_moment_the_deadline_passes(cast, ada, migration_of):
    migration_of(cast.finn, "invited", deadline=clock.now() - DAY)

    assert [row.status for row in queries.rows(ada, Filters(status="overdue"))] == ["overdue"]
    assert queries.report(ada, cast.acme.id).overdue == 1


def test_the_report_counts_people_once_and_names_the_next_deadline(cast, ada, migration_of):
    make_member(cast.spring_campaign, cast.finn, "full")
    gus = make_person(None, "gus@mail.example", "Gus")
    make_member(cast.press, gus)
    soon = clock.now() + DAY
    migration_of(cast.finn, "migrated", deadline=clock.now() + DAY / 2)
    migration_of(gus, "invited", deadline=soon, work_account=None)

    found = queries.report(ada, cast.acme.id)

    assert (found.people, found.migrated, found.percent, found.next_deadline) == (2, 1, 50, soon)


def test_the_portfolios_say_what_is_left_in_each(cast, ada, migration_of):
    make_member(cast.spring_campaign, cast.finn, "full")
    migration_of(cast.finn, "needs_attention", reason="no_match")

    press, spring = queries.by_portfolio(ada, cast.acme.id)

    assert (press.name, press.people, press.full_control, press.blockers) == ("Press", 1, 0, 1)
    assert (spring.name, spring.people, spring.full_control, spring.blockers) == ("Spring campaign", 1, 1, 1)


def test_another_organizations_report_does_not_exist(cast, mallory):
    """AUTH-1: Mallory's question about Acme is answered as one about nothing."""
    for ask in (queries.report, queries.by_portfolio):
        with pytest.raises(NotFound):
            ask(mallory, cast.acme.id)
    assert queries.rows(mallory, Filters()) == []


def test_the_tasks_of_it_set_up_are_done_when_the_data_says_so(cast, ada):
    found = {task.key: (task.state, task.names) for task in queries.set_up(ada)}
    assert found["domains"] == ("to_do", ["acme-labs.example"])
    assert found["sign_on"][0] == found["provisioning"][0] == "to_do"
    assert found["last_administrators"] == ("to_do", ["Spring campaign"])
    assert found["team"] == ("done", ["Ada", "Erin"])

    EmailDomain.objects.of(cast.acme).filter(state="claimed").delete()
    Connection.objects.of(cast.acme).filter(id=cast.scim.id).update(last_used_at=clock.now())
    make_connection(cast)
    make_member(cast.spring_campaign, cast.erin, "full")

    assert [task.key for task in queries.set_up(ada) if task.state != "done"] == []
