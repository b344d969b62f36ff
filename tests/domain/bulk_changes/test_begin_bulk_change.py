"""A change of many people is done to each alone: what can't be done to one stops no other, and each has a result."""

import dataclasses
import datetime as dt

import pytest

from keyhouse.domain.administration.models import RoleHolder
from keyhouse.domain.bulk_changes.actions import begin_bulk_change
from keyhouse.domain.bulk_changes.errors import DetailMissing, NobodyChosen, NumberNotTyped
from keyhouse.domain.bulk_changes.rules import Choice, Deed, Details
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.domain.products.models import ProductAccess
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.long_work import queries as long_work
from keyhouse.foundation.permissions import NeedsFreshSignIn, Permission
from tests.making import make_person, make_product
from tests.tools.at_the_door import browser_of

pytestmark = pytest.mark.django_db


def of(*people):
    return Choice(people=tuple(person.id for person in people))


def outcomes(work):
    return {row.label.split(" ")[0]: (row.outcome, row.reason) for row in long_work.all_rows(work)}


def states(cast):
    return dict(Person.objects.of(cast.acme).values_list("given_name", "state"))


def test_each_chosen_person_is_changed_and_says_so(ada, cast, done):
    chosen = of(cast.erin, cast.ben, cast.dana, cast.mallory)
    work = begin_bulk_change(by=ada, deed=Deed.DEACTIVATE, choice=chosen, typed=3)

    done()

    assert states(cast) == {"Ada": "active", "Erin": "deactivated", "Ben": "deactivated", "Dana": "deactivated"}
    assert {name: outcome for name, (outcome, _) in outcomes(work).items()} == {
        "Erin": "done",
        "Ben": "done",
        "Dana": "skipped",
    }
    assert cast.mallory.state == "active"
    assert "began: Deactivate, 3 people" in audit.events(cast.acme.id)[-1].sentence


def test_nobody_ends_her_own_account_in_a_selection(ada, cast, done):
    work = begin_bulk_change(by=ada, deed=Deed.DEACTIVATE, choice=of(cast.ada, cast.ben), typed=2)

    done()

    assert outcomes(work)["Ada"][0] == "refused"
    assert outcomes(work)["Ben"][0] == "done"


def test_the_last_administrator_stays(erin, cast, done):
    RoleHolder.objects.of(cast.acme).filter(person=cast.erin).update(until=clock.now() + dt.timedelta(days=1))
    work = begin_bulk_change(by=erin, deed=Deed.SUSPEND, choice=of(cast.ada), details=Details(reason="leak"))

    done()

    assert outcomes(work)["Ada"] == ("refused", "This is the last System admin. Give the role to another person first.")


def test_everybody_whom_a_filter_shows_is_changed(ada, cast, done):
    for number in range(30):
        make_person(cast.acme, f"p{number}@acme.example", f"P{number}", job_title="Editor")
    choice = Choice(wanted=Filter(text="editor"))

    with pytest.raises(NumberNotTyped):
        begin_bulk_change(by=ada, deed=Deed.SUSPEND, choice=choice, details=Details(reason="x"))
    work = begin_bulk_change(by=ada, deed=Deed.SUSPEND, choice=choice, details=Details(reason="x"), typed=30)
    done()

    work.refresh_from_db()
    assert (work.total, work.done) == (30, 30)
    assert Person.objects.of(cast.acme).filter(state="suspended").count() == 30


def test_a_sign_in_method_is_set(ada, cast, done):
    details = Details(method=SignInMethod.SSO)
    work = begin_bulk_change(by=ada, deed=Deed.SET_METHOD, choice=of(cast.ada, cast.ben), details=details)

    done()

    assert outcomes(work)["Ada"][0] == "refused"
    assert outcomes(work)["Ben"] == ("skipped", "Signs in so already.")


def test_people_come_into_a_group_and_get_a_product(ada, cast, done, press_team):
    product = make_product(cast.acme, "Wiki", access="custom")
    begin_bulk_change(by=ada, deed=Deed.ADD_TO_GROUP, choice=of(cast.ben), details=Details(group_id=press_team.id))
    begin_bulk_change(by=ada, deed=Deed.GIVE_PRODUCT, choice=of(cast.ben), details=Details(product_id=product.id))

    done()

    assert GroupMember.objects.of(cast.acme).get(group=press_team).person_id == cast.ben.id
    assert ProductAccess.objects.of(cast.acme).get(product=product).person_id == cast.ben.id


def test_sessions_end_and_invitations_go_out_again(ada, cast, done):
    browser_of(cast.ben)
    new = make_person(cast.acme, "ines@acme.example", "Ines", state="invited", activated_at=None)
    signed_out = begin_bulk_change(by=ada, deed=Deed.SIGN_OUT, choice=of(cast.ben, cast.erin))
    invited = begin_bulk_change(by=ada, deed=Deed.INVITE, choice=of(cast.ben, new))

    done()

    assert not Session.objects.of(cast.acme).exists()
    assert outcomes(signed_out) == {"Ben": ("done", ""), "Erin": ("skipped", "Isn't signed in.")}
    assert {name: one for name, (one, _) in outcomes(invited).items()} == {"Ben": "skipped", "Ines": "done"}


def test_what_was_deleted_leaves_no_name_in_the_results(ada, cast, done):
    work = begin_bulk_change(by=ada, deed=Deed.DELETE, choice=of(cast.dana))

    done()

    row = next(long_work.all_rows(work))
    assert (row.outcome, row.label, row.subject_id) == ("done", "", cast.dana.id)


@pytest.mark.parametrize("deed", [Deed.SUSPEND, Deed.SET_METHOD, Deed.ADD_TO_GROUP, Deed.GIVE_PRODUCT])
def test_what_a_deed_needs_besides_is_asked_for(ada, cast, deed, untouched):
    with pytest.raises(DetailMissing), untouched():
        begin_bulk_change(by=ada, deed=deed, choice=of(cast.ben))


def test_a_choice_of_nobody_is_refused(ada, cast, untouched):
    with pytest.raises(NobodyChosen), untouched():
        begin_bulk_change(by=ada, deed=Deed.INVITE, choice=of(cast.mallory, cast.finn))


def test_deleting_and_deactivating_administrators_need_a_sign_in_of_a_moment_ago(ada, cast, untouched):
    old = dataclasses.replace(ada, session_id=1, proved_at=clock.now() - dt.timedelta(hours=1))

    for deed, person in ((Deed.DELETE, cast.dana), (Deed.DEACTIVATE, cast.erin)):
        with pytest.raises(NeedsFreshSignIn), untouched():
            begin_bulk_change(by=old, deed=deed, choice=of(person))


def test_products_and_groups_need_their_own_permission(ada, cast, press_team, untouched):
    people_admin = dataclasses.replace(ada, permissions=frozenset({Permission.PEOPLE_MANAGE}))
    details = Details(group_id=press_team.id)

    with pytest.raises(NotAllowed), untouched():
        begin_bulk_change(by=people_admin, deed=Deed.ADD_TO_GROUP, choice=of(cast.ben), details=details)


def test_without_the_permission_nothing_begins(ben, cast, untouched):
    with pytest.raises(NotAllowed), untouched():
        begin_bulk_change(by=ben, deed=Deed.INVITE, choice=of(cast.erin))
