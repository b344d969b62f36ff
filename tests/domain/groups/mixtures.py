"""Rules and people of every mixture, for tests that hold for all of them."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from keyhouse.domain.groups.rules import CHOICES, OPERATORS, Field, Operator
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people import rules
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.foundation import addresses

NOW = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
ZONES = ("UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin")
DOMAINS = ("acme.example", "acme-labs.example", "xn--bcher-kva.example")
texts = st.text(alphabet="aAbB%_\\ßéÉİıΣςſ'\" .*[", max_size=4)
days = st.one_of(
    st.dates(dt.date(2026, 11, 20), dt.date(2026, 11, 28)).map(str),
    st.sampled_from(["today", "today+1", "today-1", "today-3"]),
)
moments = st.datetimes(dt.datetime(2026, 11, 21), dt.datetime(2026, 11, 27), timezones=st.just(dt.UTC))


def values(field: Field, people: list[int]) -> st.SearchStrategy[str]:
    """Values that fit a field."""
    if field in CHOICES:
        return st.sampled_from(CHOICES[field])
    if field is Field.MANAGER:
        return st.sampled_from(people).map(str)
    if field is Field.EMAIL_DOMAIN:
        return st.sampled_from([*DOMAINS, "bücher.example", "acme", "ACME.example"])
    return days if field is Field.START_DATE else texts.filter(lambda text: text.strip())


@st.composite
def conditions(draw: st.DrawFn, people: list[int]) -> dict[str, Any]:
    field = draw(st.sampled_from(list(Field)))
    operator = draw(st.sampled_from(OPERATORS[field]))
    value = "" if operator is Operator.IS_EMPTY else draw(values(field, people))
    return {"field": field.value, "operator": operator.value, "value": value}


def joined(parts: st.SearchStrategy[dict[str, Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"join": st.sampled_from(["all", "any"]), "parts": st.lists(parts, min_size=1, max_size=4)}
    )


def written_rules(people: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    """Rules as they are sent, some of their conditions nested."""
    one = conditions(people)
    return joined(st.one_of(one, joined(one)))


@st.composite
def profiles(draw: st.DrawFn, managers: list[int]) -> rules.Profile:
    return rules.Profile(
        **{name: draw(texts) for name in rules.COMPARED},
        start_date=draw(st.none() | moments),
        manager_id=draw(st.sampled_from([None, *managers])),
    )


@st.composite
def people(draw: st.DrawFn, organization: Organization, managers: list[int]) -> list[Person]:
    """People of an organization who aren't kept yet."""
    made = []
    for number in range(draw(st.integers(1, 5))):
        account = rules.Account(
            state=draw(st.sampled_from([one for one in PersonState if one is not PersonState.DELETED])),
            method=draw(st.sampled_from(list(SignInMethod))),
        )
        address = addresses.address(f"P{number}@{draw(st.sampled_from(DOMAINS))}")
        profile = draw(profiles(managers))
        made.append(rules.draft(organization_id=organization.id, address=address, profile=profile, account=account))
    return made
