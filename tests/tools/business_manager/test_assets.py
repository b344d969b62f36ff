"""Assets of every type: the list, the page, assigning people, removal."""

import pytest

from keyhouse.domain.assets import queries
from keyhouse.domain.assets.rules.types import TYPES
from tests.cast import make_asset, make_member
from tests.domain.grants.giving import give, held
from tests.domain.invitations.inviting import invite
from tests.tools.business_manager.places import at, page
from tests.visiting import text_of, visit


@pytest.mark.parametrize("kind", TYPES.values(), ids=list(TYPES))
def test_each_type_has_its_list_with_its_own_page(ada, cast, kind):
    made = make_asset(cast.spring_campaign, kind.code, "Thing of ours")

    assert "Thing of ours" in page(ada, cast.spring_campaign, kind.slug)
    assert "Nobody is assigned" in page(ada, cast.spring_campaign, kind.slug, made.id)
    assert "Who can" in page(ada, cast.spring_campaign, kind.slug, made.id, "who")


def test_an_empty_list_says_what_to_do(ada, cast):
    assert "Nothing here yet" in page(ada, cast.spring_campaign, "block-lists")


def test_an_asset_is_added_and_leads_on_to_assigning(ada, cast):
    answer = visit(ada, at(cast.spring_campaign, "ad-accounts", "adding"), {"name": "More ads", "external_id": "act_7"})

    assert "Assign people" in text_of(visit(ada, answer.headers["Location"]))
    assert queries.owned(cast.spring_campaign, search="act_7").get().name == "More ads"


def test_an_id_that_is_taken_is_refused_at_the_field(ada, cast, untouched):
    with untouched():
        answer = visit(ada, at(cast.press, "ad-accounts", "adding"), {"name": "Ours", "external_id": "1001"})

    assert answer.status_code == 422 and "1001 is owned by the portfolio Spring campaign already." in text_of(answer)


def test_what_partners_share_is_listed_with_its_owner(cleo, cast):
    from keyhouse.domain.partners.models import PartnerShare

    PartnerShare.objects.of(cast.acme).update(tasks=16)

    assert "shared by Spring campaign" in page(cleo, cast.studio, "pages")
    assert visit(cleo, at(cast.studio, "pages", cast.acme_bikes.id, "removal"), {"remove": "yes"}).status_code == 404


def test_partial_access_lists_only_its_own(ben, cast):
    assert "Nothing is assigned to you" in page(ben, cast.spring_campaign, "ad-accounts")

    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")

    shown = page(ben, cast.spring_campaign, "ad-accounts")
    assert "Acme Ads" in shown and "Manage campaigns" in shown
    own = page(ben, cast.spring_campaign, "ad-accounts", cast.act_1001.id)
    assert "Your tasks" in own and "ada@acme.example" not in own


def test_an_asset_that_one_does_not_hold_is_not_there(ben, cast):
    assert visit(ben, at(cast.spring_campaign, "ad-accounts", cast.act_1001.id)).status_code == 404


def test_the_wrong_type_leads_to_the_right_address(ada, cast):
    answer = visit(ada, at(cast.spring_campaign, "pages", cast.act_1001.id))

    assert answer.headers["Location"] == at(cast.spring_campaign, "ad-accounts", cast.act_1001.id)


def test_people_and_invitations_are_assigned_together(ada, cast):
    invitation = invite(ada, cast.spring_campaign)
    chosen = {"people": [str(cast.ben.id), str(invitation.id)], "tasks": ["ANALYZE"]}

    answer = visit(ada, at(cast.spring_campaign, "ad-accounts", cast.act_1001.id, "people"), chosen)

    assert held(cast.ben, cast.spring_campaign) == [("Acme Ads", ["ANALYZE"])]
    added = text_of(visit(ada, answer.headers["Location"]))
    assert "People Added" in added and "given at acceptance" in added


def test_full_control_of_a_page_lets_one_assign_people_to_it(ben, cast):
    make_member(cast.spring_campaign, cast.erin)
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "MANAGE")
    address = at(cast.spring_campaign, "pages", cast.acme_bikes.id, "people")
    assert "erin@acme.example" in text_of(visit(ben, address))

    visit(ben, address, {"people": [str(cast.erin.id)], "tasks": ["ADVERTISE"]})

    assert held(cast.erin, cast.spring_campaign) == [("Acme Bikes", ["ADVERTISE"])]


def test_chosen_people_lose_the_asset(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.act_1001, "ADVERTISE")
    address = at(cast.spring_campaign, "ad-accounts", cast.act_1001.id, "people", "removal")
    assert "Ben" in text_of(visit(ada, f"{address}?person={cast.ben.id}"))

    visit(ada, address, {"person": [str(cast.ben.id)], "remove": "yes"})

    assert held(cast.ben, cast.spring_campaign) == []


def test_removal_names_who_loses_it(ada, cast):
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "ADVERTISE")
    address = at(cast.spring_campaign, "pages", cast.acme_bikes.id, "removal")
    shown = text_of(visit(ada, address))
    assert "Ben" in shown and "the share with Brightside Studio" in shown

    visit(ada, address, {"remove": "yes"})

    assert cast.acme_bikes not in queries.owned(cast.spring_campaign)


def test_the_export_lists_ids_and_owners(ada, cast):
    shown = text_of(visit(ada, at(cast.spring_campaign, "ad-accounts", "export")))

    assert f"{cast.act_1001.id},ad_account,Acme Ads,1001" in shown


def test_whoever_assigns_one_page_learns_nothing_of_other_assets(ben, cast):
    make_member(cast.spring_campaign, cast.erin)
    give(cast.spring_campaign, cast.ben, cast.acme_bikes, "MANAGE")
    give(cast.spring_campaign, cast.erin, cast.act_1001, "ADVERTISE")

    shown = page(ben, cast.spring_campaign, "people", cast.erin.id, "assigned", query=f"?asset={cast.act_1001.id}")

    assert "Manage campaigns" not in shown and "Acme Ads" not in shown
