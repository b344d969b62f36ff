"""A change of a preset reaches everybody: at once, or row by row when they are many."""

import pytest

from keyhouse.deliveries import run_pending
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person
from keyhouse.domain.portfolios.models import Membership
from keyhouse.domain.presets import actions, rules
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from tests.cast import make_person
from tests.domain.presets.conftest import create, edit, place


@pytest.fixture
def crowd(cast, monkeypatch) -> list[Person]:
    """Six people, which counts as many."""
    monkeypatch.setattr(rules, "AT_ONCE", 4)
    return [make_person(cast.acme, f"writer{n}@acme.example", f"Writer {n}") for n in range(6)]


@pytest.fixture
def many(ada, cast, everything, crowd, sales):
    """A preset for the group Sales, in which all of them are, and for one of them by herself."""
    for one in crowd:
        GroupMember.objects.of(cast.acme).create(group=sales, person=one)
    return create(ada, cast, everything, people=frozenset({crowd[0].id}), groups=frozenset({sales.id}))


def test_many_follow_row_by_row_with_their_progress(cast, many, crowd):
    work = LongWork.objects.of(cast.acme).get()
    assert (many.work_id, work.total, work.title) == (work.id, 8, "Preset Writers: give and take what changed")
    assert place(cast, crowd[5], cast.press) is None

    run_pending()

    assert all(place(cast, one, cast.press) for one in crowd)
    work.refresh_from_db()
    many.refresh_from_db()
    assert (work.state, work.failed, many.work_id) == ("done", 0, None)


def test_admin_roles_do_not_wait(cast, many, sales):
    assert sales.id in {one.group_id for one in rows_of(cast, "preset")}


def test_a_preset_that_many_have_is_gone_when_the_last_has_followed(ada, cast, many, crowd):
    run_pending()

    actions.delete_preset(by=ada, preset=many, version=1)
    assert Preset.objects.of(cast.acme).get().is_ending
    run_pending()

    assert not Preset.objects.of(cast.acme).exists()
    assert not Membership.objects.of(cast.acme).filter(person__in=crowd, state="active").exists()


def test_a_second_run_of_a_row_changes_nothing(ada, cast, many, crowd, untouched):
    run_pending()

    with untouched():
        assert actions.refresh_people(by=ada, people=crowd) == 0


def test_an_edit_before_the_work_ends_counts_as_it_is_then(ada, cast, many, crowd):
    edit(ada, many, places=())

    run_pending()

    assert not any(place(cast, one, cast.press) for one in crowd)
    assert LongWorkRow.objects.of(cast.acme).filter(outcome="refused").count() == 0


def test_nobody_of_another_organization_may(mallory, ada, cast, everything, untouched):
    preset = create(ada, cast, everything)

    with pytest.raises(NotAllowed), untouched():
        actions.apply_preset(by=mallory, preset=preset, changes=rules.Changes())


def rows_of(cast, source):
    from keyhouse.domain.administration.models import RoleHolder

    return RoleHolder.objects.of(cast.acme).filter(source=source)
