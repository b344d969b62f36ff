"""The types of assets and their tasks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyhouse.domain.assets.rules import tasks, types

every_type = pytest.mark.parametrize("type", types.TYPES.values(), ids=list(types.TYPES))


@every_type
def test_full_control_is_the_first_bit_and_implies_every_task(type):
    assert type.full.bit == tasks.FULL
    assert tasks.closure(type, tasks.FULL) == type.every_bit


@every_type
def test_each_task_has_a_bit_of_its_own(type):
    assert [one.bit for one in type.tasks] == [1 << place for place in range(len(type.tasks))]


@every_type
def test_every_other_name_leads_to_a_task_of_the_type(type):
    assert all(tasks.task(type, name) for name in type.aliases)


@pytest.mark.parametrize(
    ("code", "task", "implied"),
    [
        ("page", "ADVERTISE", "ANALYZE"),
        ("ad_account", "ADVERTISE", "ANALYZE"),
        ("pixel", "UPLOAD", "ANALYZE"),
        ("pixel", "EDIT", "UPLOAD"),
        ("offline_event_set", "UPLOAD", "VIEW"),
        ("whatsapp_account", "MANAGE_TEMPLATES", "VIEW_TEMPLATES"),
        ("whatsapp_account", "MANAGE_PHONE", "VIEW_PHONE_ASSETS"),
    ],
)
def test_a_task_brings_what_it_implies(code, task, implied):
    type = types.TYPES[code]

    assert implied in tasks.names(type, tasks.closure(type, tasks.bits(type, [task])))


@pytest.mark.parametrize(
    ("code", "name", "task"),
    [
        ("page", "PROFILE_PLUS_FULL_CONTROL", "MANAGE"),
        ("page", "PROFILE_PLUS_ADVERTISE", "ADVERTISE"),
        ("page", "PROFILE_PLUS_REVENUE", "VIEW_MONETIZATION_INSIGHTS"),
        ("page", "READ_PAGE_MAILBOXES", "MESSAGING"),
        ("pixel", "AA_ANALYZE", "ANALYZE"),
        ("catalog", "AA_ANALYZE", "AA_ANALYZE"),
        ("offline_event_set", "AA_ANALYZE", "VIEW"),
        ("whatsapp_account", "MANAGE_PHONE_ASSETS", "MANAGE_PHONE"),
    ],
)
def test_the_names_that_other_tools_use_are_understood(code, name, task):
    assert tasks.task(types.TYPES[code], name).name == task


def test_a_stored_task_is_kept_and_not_offered():
    stored = tasks.bits(types.PAGE, ["CASHIER_ROLE"])

    assert tasks.names(types.PAGE, stored) == ["CASHIER_ROLE"]
    assert "CASHIER_ROLE" not in [one.name for one in types.PAGE.partial]


@given(type=st.sampled_from(list(types.TYPES.values())), data=st.data())
def test_a_bit_gives_a_task_exactly_when_its_closure_holds_it(type, data):
    held = data.draw(st.integers(0, type.every_bit))
    wanted = data.draw(st.sampled_from(type.tasks))

    assert bool(held & tasks.giving(type, wanted.name)) == bool(tasks.closure(type, held) & wanted.bit)
