"""The selection bar of the directory: what is needed, what would happen to each, the work, its results and Undo."""

import dataclasses
import datetime as dt
import json

import pytest

from keyhouse.domain.bulk_changes.actions import begin_bulk_change
from keyhouse.domain.bulk_changes.rules import Choice, Deed, Details
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock
from keyhouse.foundation.jobs import running
from keyhouse.foundation.long_work.models import LongWork
from keyhouse.foundation.permissions import Permission
from tests.visiting import text_of, visit

pytestmark = pytest.mark.django_db
LIST = "/admin-center/people/"
HERE = f"{LIST}selection/"


def states(cast):
    return dict(Person.objects.of(cast.acme).values_list("given_name", "state"))


def test_what_would_happen_is_told_before_and_what_happened_after(ada, cast):
    chosen = {"deed": "deactivate", "person": [str(cast.ben.id), str(cast.dana.id), "999"]}
    question = text_of(visit(ada, HERE, chosen))

    answer = visit(ada, HERE, {**chosen, "confirmed": "yes", "typed": "2"})
    running.run_pending()
    result = text_of(visit(ada, answer["Location"]))

    assert (
        "Will be changed: 1" in question and "Is deactivated already" in question and "Deactivate 1 person" in question
    )
    assert "Done: 1 · Not done: 0 · Skipped: 1" in result and "Is deactivated already" in result
    assert states(cast)["Ben"] == "deactivated"


def test_a_number_that_was_not_typed_is_asked_for_again(ada, cast):
    chosen = {"deed": "deactivate", "person": [str(cast.ben.id), str(cast.dana.id)], "confirmed": "yes"}

    answer = visit(ada, HERE, chosen)

    assert answer.status_code == 422 and "Type 2 to confirm" in text_of(answer)
    assert not LongWork.objects.of(cast.acme).exists()


def test_everybody_who_matches_is_meant_by_the_filter(ada, cast):
    chosen = {"deed": "sign_out", "everybody": "yes", "filter": json.dumps({"text": "ben"})}

    question = text_of(visit(ada, HERE, chosen))

    assert "Force sign-out: 1 person" in question and "ben@acme.example" in question
    assert visit(ada, HERE, {**chosen, "confirmed": "yes"}).status_code == 303


def test_a_group_is_chosen_first_and_kept_until_the_end(ada, cast):
    group = PersonGroup.objects.of(cast.acme).create(
        name="Press team", name_folded="press team", kind="static", made_at=clock.now()
    )
    chosen = {"deed": "add_to_group", "people": str(cast.ben.id)}
    assert "Press team" in text_of(visit(ada, HERE, chosen))

    preview = text_of(visit(ada, HERE, {**chosen, "group_id": str(group.id)}))
    visit(ada, HERE, {**chosen, "group_id": str(group.id), "confirmed": "yes"})

    assert f'name="group_id" value="{group.id}"' in preview
    assert LongWork.objects.of(cast.acme).get().title == "Add to group: Press team, 1 person"


@pytest.mark.parametrize("deed", ["", "burn", "unsuspend"])
def test_what_is_not_offered_is_not_done(ada, cast, deed, untouched):
    with untouched():
        assert visit(ada, HERE, {"deed": deed, "person": str(cast.ben.id)})["Location"] == LIST


def test_a_choice_of_nobody_or_of_strangers_does_nothing(ada, mallory, cast, untouched):
    with untouched():
        for who in (ada, mallory):
            strangers = {"deed": "deactivate", "person": [str(cast.cleo.id)], "confirmed": "yes"}
            assert visit(who, HERE, strangers)["Location"] == LIST


def test_an_odd_filter_does_not_break_the_dialog(ada):
    chosen = {"deed": "invite", "everybody": "yes", "filter": '{"states": 3}'}

    assert visit(ada, HERE, chosen).status_code == 200


def test_only_what_she_may_do_is_offered(ada):
    people_admin = dataclasses.replace(ada, permissions=frozenset({Permission.PEOPLE_VIEW, Permission.PEOPLE_MANAGE}))

    page = text_of(visit(people_admin, LIST))

    assert 'value="deactivate"' in page and 'value="give_product"' not in page and 'value="add_to_group"' not in page


def test_administrators_are_deactivated_after_a_fresh_sign_in(ada, cast, untouched):
    old = dataclasses.replace(ada, session_id=1, proved_at=clock.now() - dt.timedelta(hours=1))
    chosen = {"deed": "deactivate", "person": str(cast.erin.id), "confirmed": "yes"}

    with untouched():
        assert visit(old, HERE, chosen)["Location"].startswith("/sign-in/again")


def begun(ada, cast):
    choice, details = Choice(people=(cast.erin.id,)), Details(reason="leak")
    work = begin_bulk_change(by=ada, deed=Deed.SUSPEND, choice=choice, details=details)
    running.run_pending()
    return f"/admin-center/work/{work.id}/"


def test_results_are_listed_exported_and_undone(ada, cast):
    page = begun(ada, cast)

    assert "Suspend, 1 person" in text_of(visit(ada, "/admin-center/work/"))
    assert f"{cast.erin.id},Erin (erin@acme.example),done" in text_of(visit(ada, f"{page}results/"))
    undoing = visit(ada, f"{page}undo/", {})["Location"]
    running.run_pending()
    assert "Undo: Suspend" in text_of(visit(ada, undoing)) and states(cast)["Erin"] == "active"


def test_work_that_waits_can_be_stopped(ada, cast):
    choice = Choice(people=(cast.erin.id,))
    work = begin_bulk_change(by=ada, deed=Deed.SIGN_OUT, choice=choice)
    page = f"/admin-center/work/{work.id}/"
    assert "Stop" in text_of(visit(ada, page))

    visit(ada, f"{page}stop/", {})

    assert "Stopped" in text_of(visit(ada, page))


def test_another_organization_finds_no_work(ada, mallory, cast):
    page = begun(ada, cast)

    for address in (page, f"{page}results/"):
        assert visit(mallory, address).status_code == 404
    assert visit(mallory, f"{page}undo/", {}).status_code == 404


@pytest.mark.parametrize("broken", ["{", "[]", "7", "null", "x" * 9000], ids=["cut", "list", "number", "null", "long"])
def test_a_broken_filter_means_nobody_and_never_everybody(ada, cast, untouched, broken):
    with untouched():
        answer = visit(ada, HERE, {"deed": "deactivate", "everybody": "yes", "filter": broken, "confirmed": "yes"})

    assert answer["Location"] == LIST and not LongWork.objects.of(cast.acme).exists()
