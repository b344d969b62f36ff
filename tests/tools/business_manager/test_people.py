"""People: the list with its tabs, filters and export."""

import pytest

from keyhouse.domain.invitations import actions
from keyhouse.domain.invitations.rules import Offer
from keyhouse.domain.lifecycle.actions import remove_from_portfolio
from keyhouse.foundation.addresses import address
from tests.domain.grants.giving import give
from tests.domain.invitations.inviting import invite
from tests.tools.business_manager.places import at, page
from tests.visiting import text_of, visit


def people(who, cast, query=""):
    return page(who, cast.spring_campaign, "people", query=query)


def test_everybody_stands_there_with_status_and_access(ada, cast):
    invite(ada, cast.spring_campaign)

    shown = people(ada, cast)

    for word in ("ben@acme.example", "Active", "erin@acme.example", "Inactive", "Full control", "Deactivated"):
        assert word in shown


def test_who_has_left_is_shown_as_asterisks(ada, cast):
    shown = people(ada, cast)

    assert "*****@*****" in shown
    assert "dana" not in shown.lower()


@pytest.mark.parametrize("query", ["?q=dana", "?q=Dana", "?q=dana@acme.example"])
def test_masked_people_cannot_be_searched_for(ada, cast, query):
    assert "Nobody matches" in people(ada, cast, query)


def test_filters_and_search_narrow_the_list(ada, cast):
    assert "ada@acme.example" not in people(ada, cast, "?access=basic")
    assert "ben@acme.example" not in people(ada, cast, "?q=ada")
    assert "ben@acme.example" not in people(ada, cast, "?status=deactivated")
    assert "Nobody matches" in people(ada, cast, "?login=external")


def test_invitations_held_and_removed_have_their_tabs(ada, cast):
    invite(ada, cast.spring_campaign)
    lea = address("lea@acme-labs.example")
    actions.hold_invitation(by=ada, portfolio=cast.spring_campaign, address=lea, offer=Offer())
    remove_from_portfolio(by=ada, portfolio=cast.spring_campaign, person_id=cast.ben.id)

    assert "erin@acme.example" in people(ada, cast, "?tab=invitations")
    assert "lea@acme-labs.example" in people(ada, cast, "?tab=held")
    assert "lea@acme-labs.example" in people(ada, cast) and "Held" in people(ada, cast)
    assert "lea@acme-labs.example" not in people(ada, cast, "?tab=invitations")
    assert "ben@acme.example" in people(ada, cast, "?tab=removed")
    assert "ben@acme.example" not in people(ada, cast)


def test_partial_access_sees_the_names_of_full_control_alone(ben, cast):
    shown = people(ben, cast)

    assert "Ada" in shown
    assert "*****" not in shown and "ada@acme.example" not in shown and "Invite people" not in shown


def test_the_export_holds_what_the_filters_show_and_no_formula(ada, cast):
    """A name that begins like a formula is escaped, as WEB-6 asks of every export."""
    cast.ben.display_name = "=HYPERLINK(1)"
    cast.ben.save()
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    answer = visit(ada, at(cast.spring_campaign, "people", "export") + "?access=basic")

    assert "'=HYPERLINK(1),ben@acme.example,active,basic,work,1" in text_of(answer)
    assert "ada@acme.example" not in text_of(answer) and "dana" not in text_of(answer).lower()


def test_partial_access_exports_nothing(ben, cast):
    assert visit(ben, at(cast.spring_campaign, "people", "export")).status_code == 403


def test_long_lists_go_on_behind_show_more(ada, cast):
    from tests.cast import make_member, make_person

    for number in range(52):
        make_member(cast.spring_campaign, make_person(cast.acme, f"p{number}@acme.example", f"P{number}"))

    first = people(ada, cast)

    assert "Show more" in first and "p51@acme.example" in first and "p0@acme.example" not in first
    more = first.split('class="table-more"')[1].split('href="')[1].split('"')[0].replace("&amp;", "&")
    assert "p0@acme.example" in text_of(visit(ada, more))
