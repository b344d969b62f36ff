"""Places in portfolios follow the presets when somebody joins or leaves a group, or a domain is proved."""

import datetime as dt

import pytest

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.portfolios.models import Access, Membership
from keyhouse.domain.presets import actions
from keyhouse.domain.presets.rules import PlaceGiven
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import system_actor
from tests.cast import make_person
from tests.domain.presets.conftest import create, place


@pytest.fixture
def writers(ada, cast, everything, sales):
    """The preset with everything, for the group Sales with Ben in it."""
    return create(ada, cast, everything, groups=frozenset({sales.id}))


def refresh(by, *people):
    return actions.refresh_people(by=by, people=people)


def test_who_joins_a_group_gets_its_places_and_who_leaves_loses_them(ada, cast, writers, sales):
    GroupMember.objects.of(cast.acme).filter(group=sales).delete()
    newcomer = make_person(cast.acme, "greta@acme.example", "Greta")
    GroupMember.objects.of(cast.acme).create(group=sales, person=newcomer)

    assert refresh(ada, cast.ben, newcomer, cast.erin) == 2

    assert place(cast, newcomer, cast.press).level == "apps"
    assert place(cast, cast.ben, cast.press) is None
    assert refresh(ada, cast.ben, newcomer, cast.erin) == 0


def test_what_is_in_line_leaves_no_line_in_the_log(ada, cast, writers, untouched):
    with untouched():
        assert refresh(ada, cast.ben, cast.erin, cast.dana) == 0


def test_a_place_ends_with_the_membership_of_the_group(ada, cast, writers, sales):
    until = clock.now() + dt.timedelta(hours=1)
    GroupMember.objects.of(cast.acme).filter(group=sales).update(until=until)

    refresh(ada, cast.ben)

    assert place(cast, cast.ben, cast.press).until == until


def test_the_most_that_several_presets_give_counts(ada, cast, everything, writers):
    full = (PlaceGiven(portfolio_id=cast.press.id, level=Access.FULL),)
    second = create(ada, cast, everything, name="Editors", roles=frozenset(), places=full,
                    people=frozenset({cast.ben.id}))  # fmt: skip

    assert (place(cast, cast.ben, cast.press).level, place(cast, cast.ben, cast.press).preset_id) == ("full", second.id)

    actions.delete_preset(by=ada, preset=second, version=1)
    assert (place(cast, cast.ben, cast.press).level, place(cast, cast.ben, cast.press).preset_id) == (
        "apps",
        writers.id,
    )


def test_a_person_on_an_unproved_domain_waits_for_it(ada, cast, writers, sales):
    ruth = make_person(cast.acme, "ruth@acme-labs.example", "Ruth", domain_folded="acme-labs.example")
    GroupMember.objects.of(cast.acme).create(group=sales, person=ruth)
    refresh(ada, ruth)
    assert place(cast, ruth, cast.press) is None

    EmailDomain.objects.of(cast.acme).filter(name="acme-labs.example").update(state="verified")
    refresh(system_actor(cast.acme.id), ruth)
    assert place(cast, ruth, cast.press).level == "apps"


def test_who_has_left_gets_no_new_place(ada, cast, writers, sales):
    GroupMember.objects.of(cast.acme).create(group=sales, person=cast.dana)

    refresh(ada, cast.dana)

    assert not Membership.objects.of(cast.acme).filter(person=cast.dana, portfolio=cast.press).exists()


def test_anybody_acting_in_the_organization_may_and_nobody_else(ben, okta, mallory, cast, writers, untouched):
    refresh(ben, cast.ben)
    refresh(okta, cast.ben)

    for stranger in (mallory, system_actor()):
        with untouched():
            refresh(stranger, cast.ben)
