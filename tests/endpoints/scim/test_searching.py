"""A search finds exactly whom the filter says, in SQL or not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from keyhouse.domain.people import queries
from keyhouse.endpoints.scim import people
from keyhouse.protocols.scim.filters import read_filter
from keyhouse.protocols.scim.matching import matches
from keyhouse.protocols.scim.people import USER

WORLD = [
    {"userName": "kim@acme.example", "externalId": "1", "title": "Lead", "name": {"givenName": "Kim"}},
    {"userName": "LEE@acme.example", "externalId": "K1", "active": False, "displayName": "Kim"},
    {"userName": "max@acme.example", "emails": [{"type": "home", "value": "kim@acme.example"}], "title": "lead"},
    {
        "userName": "zoe@acme.example",
        "emails": [{"type": "work", "value": "Zoe.E@mail.example"}, {"value": "x@y.example"}],
    },
    {"userName": "a.name.only", "externalId": "k1"},
]
terms = st.sampled_from(
    [
        'userName eq "KIM@acme.example"', 'userName eq "lee@ACME.example"', 'userName eq "A.name.ONLY"',
        'userName eq "x"',
        'externalId eq "k1"', 'externalId eq "1"', "externalId pr", "active eq true", 'active eq "False"',
        "active ne true",
        'displayName eq "kim"', 'displayName eq "max"', 'title eq "LEAD"', "title pr", 'name.givenName sw "k"',
        'id eq "5"',
        'emails eq "kim@acme.example"', 'emails.value eq "zoe.e@mail.example"',
        'emails[type eq "work"].value eq "zoe@acme.example"',
        'emails[type eq "home" and value eq "KIM@acme.example"]', 'emails[value eq "not an address"]', "nothing pr",
        'meta.created gt "2020-01-01T00:00:00Z"', 'meta.lastModified lt "2020-01-01"', 'userName co "e@a"',
        'schemas pr',
    ]
)  # fmt: skip
filters = st.recursive(
    terms,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(lambda it: f"({it[0]}) {it[1]} ({it[2]})"),
        inner.map(lambda it: f"not ({it})"),
    ),
    max_leaves=4,
)


@pytest.fixture
def world(okta_client):
    """A few people who differ in all that filters ask for."""
    for body in WORLD:
        assert okta_client.post("/Users", body).status_code == 201


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(source=filters)
def test_every_filter_finds_whom_its_plain_reading_finds(okta_client, world, cast, source):
    condition = read_filter(source, USER)
    everybody = [people.shown(one, "") for one in queries.found(queries.find(cast.acme.id, cast.scim.id))]
    expected = [one["id"] for one in everybody if matches(condition, one)]

    answer = okta_client.post("/.search", {"filter": source}).json()

    assert [one["id"] for one in answer["Resources"]] == expected, source
    assert answer["totalResults"] == len(expected)


def test_sorting_is_by_the_attribute_and_stable(okta_client, world):
    def names(query):
        return [one["userName"] for one in okta_client.get(f"/Users?{query}").json()["Resources"]]

    assert names("sortBy=userName") == sorted(names(""), key=str.casefold)
    assert names("sortBy=userName&sortOrder=descending") == sorted(names(""), key=str.casefold, reverse=True)
    assert names("sortBy=userName&startIndex=2&count=2") == sorted(names(""), key=str.casefold)[1:3]
    assert names("sortBy=unheardOf") == names("")


def test_pages_of_a_filter_add_up(okta_client, world):
    whole = okta_client.get('/Users?filter=userName co "acme"').json()
    parts = [okta_client.get(f'/Users?filter=userName co "acme"&startIndex={n}&count=2').json() for n in (1, 3, 5)]

    assert [one for part in parts for one in part["Resources"]] == whole["Resources"]
    assert {part["totalResults"] for part in parts} == {whole["totalResults"]}
    assert okta_client.get("/Users?count=0").json() == {
        "schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 5, "startIndex": 1,
        "itemsPerPage": 0, "Resources": [],
    }  # fmt: skip


def test_cursors_lead_through_all_pages_while_people_come_and_go(okta_client, world):
    first = okta_client.get("/Users?cursor=&count=2").json()
    okta_client.delete(f"/Users/{first['Resources'][0]['id']}")
    second = okta_client.get(f"/Users?cursor={first['nextCursor']}&count=2").json()
    last = okta_client.get(f"/Users?cursor={second['nextCursor']}&count=2").json()

    names = [one["userName"] for page in (first, second, last) for one in page["Resources"]]
    assert names == [one["userName"] for one in WORLD]
    assert "nextCursor" not in last


def test_a_cursor_is_good_for_its_search_alone(okta_client, rival_client, world):
    """WEB-4: an altered cursor, one of another search, and one of another connection are refused."""
    mine = okta_client.get("/Users?cursor=&count=2").json()["nextCursor"]

    tries = [
        okta_client.get(f"/Users?cursor={mine}x"), okta_client.get("/Users?cursor=1"),
        okta_client.get(f"/Users?filter=title pr&cursor={mine}"), rival_client.get(f"/Users?cursor={mine}"),
    ]  # fmt: skip
    assert {(one.status_code, one.json()["scimType"]) for one in tries} == {(400, "invalidCursor")}


def test_cursors_and_filters_go_together(okta_client, world):
    for source in ('userName co "acme"', "active eq true"):
        first = okta_client.get(f"/Users?filter={source}&cursor=&count=2").json()
        second = okta_client.get(f"/Users?filter={source}&cursor={first['nextCursor']}&count=9").json()
        whole = okta_client.get(f"/Users?filter={source}").json()
        assert first["Resources"] + second["Resources"] == whole["Resources"]
