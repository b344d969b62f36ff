"""Migration Center: IT set up, people in business portfolios, the report and the overview of one company."""

import csv
import io

import pytest

from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.migration.models import MigrationPerson
from keyhouse.domain.portfolios.models import Membership
from keyhouse.foundation import clock
from tests.cast import make_member, make_person
from tests.visiting import text_of, visit

PEOPLE, REPORT, SET_UP = "/migration-center/people/", "/migration-center/report/", "/migration-center/it-set-up/"


def overview(cast, tab=""):
    return f"{REPORT}{cast.acme.id}/{tab}"


def main_of(response):
    """The words of a page without its frame."""
    return text_of(response).split("<main")[1]


def test_the_list_has_the_five_columns_in_their_order(cast, ada):
    page = main_of(visit(ada, PEOPLE))

    columns = ["Name", "Email", "Business portfolio", "Access", "Migration status"]
    places = [page.index(f">{name}</th>") for name in columns]
    assert places == sorted(places)
    assert all(word in page for word in ("Finn", "finn.home@mail.example", "Press", "Partial access", "Not started"))


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("q=FINN", True),
        ("q=nobody", False),
        ("status=not_started", True),
        ("status=migrated", False),
        ("access=basic", True),
        ("access=full", False),
        ("portfolio=x", True),
        ("portfolio=5", False),
        ("status=x", True),
    ],
)
def test_filters_narrow_the_list(cast, ada, query, seen):
    page = main_of(visit(ada, f"{PEOPLE}?{query}"))

    assert ("finn.home" in page) is seen
    assert ("Nobody matches" in page) is not seen


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=%ff%fe",
        "q=%25_'",
        "after=x",
        "portfolio=9999999999999999999",
        "portfolio=%D9%A3",
        "portfolio=-1",
        "status='; DROP TABLE",
        "access=%00",
    ],
)
def test_no_filter_breaks_the_list(cast, ada, query):
    """WEB-4: whatever is asked for is a value, on both databases."""
    for address in (PEOPLE, f"{PEOPLE}export/", overview(cast)):
        assert visit(ada, f"{address}?{query}").status_code in {200, 404}


def test_an_empty_list_says_why_and_what_to_do(cast, ada):
    Membership.objects.of(cast.acme).filter(person=cast.finn).delete()

    page = main_of(visit(ada, PEOPLE))

    assert "Nobody has to move" in page and "Open Business Manager" in page


def test_show_more_goes_on(cast, ada):
    for number in range(60):
        make_member(cast.press, make_person(None, f"p{number:02}@mail.example", f"P {number:02}"))
    more = text_of(visit(ada, PEOPLE)).split("after=")[1].split('"')[0]

    page = main_of(visit(ada, f"{PEOPLE}?after={more}"))

    assert "p59@mail.example" in page and "finn.home" not in page


def test_the_list_as_a_file_holds_what_the_filters_show(cast, ada):
    make_member(cast.press, make_person(None, "eve@mail.example", "=1+1"))

    answer = visit(ada, f"{PEOPLE}export/")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))

    assert rows[0][:5] == ["name", "email", "business_portfolio", "access", "migration_status"]
    assert [row[0] for row in rows[1:]] == ["'=1+1", "Finn"]
    assert len(visit(ada, f"{PEOPLE}export/?q=finn").content.splitlines()) == 2


def test_somebody_is_excluded_with_a_reason_and_included_again(cast, ada):
    address = f"{PEOPLE}{cast.finn.id}/exclusion/"
    assert visit(ada, address, {"reason": ""}).status_code == 422

    assert visit(ada, address, {"reason": "leaving"}).status_code == 303
    assert "Leaving" in main_of(visit(ada, PEOPLE))
    assert visit(ada, address, {"reason": "leaving"}).status_code == 422

    assert visit(ada, f"{PEOPLE}{cast.finn.id}/inclusion/", {}).status_code == 303
    assert MigrationPerson.objects.of(cast.acme).get().status == "not_started"


def test_the_report_has_a_line_for_the_company_with_its_bar(cast, ada):
    page = main_of(visit(ada, REPORT))

    assert 'width="100.000"' in page
    assert all(word in page for word in ("Acme", "Not started", "none set", f'href="{overview(cast)}"', ">Manage<"))


def test_the_overview_has_people_and_portfolios(cast, ada):
    MigrationPerson.objects.of(cast.acme).create(
        login=cast.finn, status="needs_attention", reason="account_deactivated", changed_at=clock.now()
    )

    people, portfolios = main_of(visit(ada, overview(cast))), main_of(visit(ada, overview(cast, "portfolios/")))

    assert "Account deactivated" in people and "Needs attention" in people
    assert "Spring campaign" in portfolios and "Full control by personal login" in portfolios
    assert "Nobody has this status" in main_of(visit(ada, f"{overview(cast)}?status=migrated"))
    assert visit(ada, overview(cast, "export/")).status_code == 200


def test_it_set_up_lists_the_tasks_and_the_way_to_each(cast, ada):
    page = main_of(visit(ada, SET_UP))

    assert all(word in page for word in ("Verify domain", "acme-labs.example", "To do", "Done", "Continue to people"))


def test_the_first_page_is_set_up_while_a_needed_task_is_open(cast, ada):
    assert visit(ada, "/migration-center/")["Location"] == SET_UP

    EmailDomain.objects.of(cast.acme).filter(state="claimed").delete()

    assert visit(ada, "/migration-center/")["Location"] == PEOPLE


def test_every_page_is_tried_by_four(cast, ada, ben, mallory):
    """AUTH-1: nobody signs in, Ben may not, Mallory finds nothing of Acme's."""
    pages = [SET_UP, PEOPLE, f"{PEOPLE}export/", REPORT]
    acmes = [
        overview(cast),
        overview(cast, "portfolios/"),
        overview(cast, "export/"),
        f"{PEOPLE}{cast.finn.id}/exclusion/",
    ]

    for address in [*pages, *acmes]:
        assert visit(None, address)["Location"].startswith("/sign-in")
        assert visit(ben, address).status_code == 403
        assert visit(ada, address).status_code == 200
    for address in acmes:
        assert visit(mallory, address).status_code == 404
    for address in pages:
        assert b"finn" not in visit(mallory, address).content
    assert visit(mallory, f"{PEOPLE}{cast.finn.id}/inclusion/", {}).status_code == 404
