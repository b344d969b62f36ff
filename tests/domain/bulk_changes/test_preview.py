"""Before anything is done, each person's fate is told; what was told is what happens."""

import datetime as dt

import pytest

from keyhouse.domain.bulk_changes.actions import begin_bulk_change
from keyhouse.domain.bulk_changes.queries import preview
from keyhouse.domain.bulk_changes.rules import Choice, Deed, Details, Fate, kept_back, must_type
from keyhouse.domain.directory.rules import Filter
from keyhouse.domain.people.models import Person, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.long_work import queries as long_work
from tests.making import make_person, make_product
from tests.tools.at_the_door import browser_of

pytestmark = pytest.mark.django_db
ENDS = {Fate.WILL: "done", Fate.NOTHING: "skipped", Fate.CANNOT: "refused"}


@pytest.fixture
def crowd(cast, press_team):
    """People of every status, one of another domain, one who is signed in."""
    for state in ("added", "invited", "locked", "suspended"):
        new = {"activated_at": None} if state in ("added", "invited") else {}
        make_person(cast.acme, f"{state}@acme.example", state.title(), state=state, **new)
    make_person(cast.acme, "labs@acme-labs.example", "Labs", state="added", activated_at=None)
    gone = {"state": "deactivated", "deactivated_at": clock.now() - dt.timedelta(days=100)}
    make_person(cast.acme, "gone@acme.example", "Gone", **gone)
    browser_of(cast.ben)
    return press_team


@pytest.mark.parametrize("deed", [one for one in Deed if one not in (Deed.REMOVE_FROM_GROUP, Deed.TAKE_PRODUCT)])
def test_what_was_told_is_what_happens(ada, cast, crowd, done, deed):
    product = make_product(cast.acme, "Wiki", access="custom")
    details = Details(reason="x", method=SignInMethod.SSO, group_id=crowd.id, product_id=product.id)
    everybody = Choice(wanted=Filter())
    told = preview(ada, deed, everybody, details)

    work = begin_bulk_change(by=ada, deed=deed, choice=everybody, details=details, typed=told.total)
    done()

    ends = {row.subject_id: row.outcome for row in long_work.all_rows(work)}
    assert {one[0]: ENDS[fate] for fate, people in told.first.items() for one in people} == ends


def test_a_preview_changes_nothing_and_knows_only_its_own(ada, mallory, cast, untouched):
    chosen = Choice(people=(cast.ben.id, cast.mallory.id))

    with untouched():
        assert preview(ada, Deed.DEACTIVATE, chosen, Details()).total == 1
        assert preview(mallory, Deed.DEACTIVATE, chosen, Details()).numbers[Fate.CANNOT] == 1


@pytest.mark.parametrize(
    ("deed", "number", "everybody", "typed"),
    [
        (Deed.DEACTIVATE, 21, 10_000, True),
        (Deed.DEACTIVATE, 20, 10_000, False),
        (Deed.DEACTIVATE, 2, 10, True),
        (Deed.DEACTIVATE, 1, 5, False),
        (Deed.INVITE, 5000, 5000, False),
    ],
    ids=["over 20", "20 of many", "over a tenth", "one", "harmless"],
)
def test_the_number_is_typed_where_many_lose_access(deed, number, everybody, typed):
    assert must_type(deed, number, everybody) is typed


def test_the_last_of_the_chosen_administrators_is_kept():
    assert kept_back([1, 2, 3], {1: "sso", 2: "password", 5: "password"}) == (set(), set())
    assert kept_back([1, 2], {1: "sso", 2: "password"}) == ({2}, set())
    assert kept_back([2, 1], {1: "sso", 2: "password"}) == (set(), {2})


def test_many_are_looked_at_in_a_few_statements(ada, cast, django_assert_max_num_queries):
    people = [Person(organization=cast.acme, email=f"p{n}@acme.example", email_folded=f"p{n}@acme.example",
                     made_at=clock.now(), changed_at=clock.now()) for n in range(300)]  # fmt: skip
    Person.objects.of(cast.acme).bulk_create(people)

    with django_assert_max_num_queries(20):
        assert preview(ada, Deed.INVITE, Choice(wanted=Filter()), Details()).total == 304
