"""Rules of dynamic groups: what can be said, and what is refused with the reason."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from keyhouse.domain.groups.errors import RuleIsBroken
from keyhouse.domain.groups.rules import COMPARISONS, FIELDS, OPERATORS, Field, Operator, day, read
from tests.domain.groups.mixtures import written_rules


def rule(*parts, join="all"):
    return {"join": join, "parts": list(parts)}


def condition(field="department", operator="is", value="Sales"):
    return {"field": field, "operator": operator, "value": value}


BROKEN = {
    "no rule": ("Sales", "isn't a condition"),
    "no condition": (rule(), "at least one condition"),
    "an empty bracket": (rule(rule()), "at least one condition"),
    "two levels of nesting": (rule(rule(rule(condition()))), "one level deep"),
    "an unknown join": (rule(condition(), join="none"), "isn't a condition"),
    "an unknown field": (rule(condition("shoe_size")), "isn't a condition"),
    "a field that is a list": (rule(condition([])), "isn't a condition"),
    "an operator that does not fit": (rule(condition("account_status", "contains")), "doesn't fit"),
    "no value": (rule(condition(value="  ")), "say what to compare Department with"),
    "no text": (rule(condition(value=None)), "say what to compare"),
    "a value that is too long": (rule(condition(value="x" * 401)), "longer than 400"),
    "a state that is none": (rule(condition("account_status", value="asleep")), "Account status is never"),
    "a manager that is no id": (rule(condition("manager", value="Ada")), "Manager is never"),
    "a date that is none": (rule(condition("start_date", "after", "soon")), "Start date is never"),
    "too many conditions": (rule(*[condition()] * 51), "more than 50"),
}


@pytest.mark.parametrize(("data", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_rule_is_refused_with_the_reason(data, reason):
    with pytest.raises(RuleIsBroken, match=reason):
        read(data)


@given(data=written_rules([1 << 40]))
def test_a_rule_is_stored_as_it_was_read(data):
    assert read(read(data).as_json()) == read(data)


@given(
    data=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["join", "parts", "field", "operator", "value"]), inner, max_size=5)
        ),
        max_leaves=20,
    )
)
def test_whatever_is_sent_is_answered(data):
    """OPS-1: reading a rule is total: a rule, or a refusal with its reason."""
    try:
        assert read(data).parts
    except RuleIsBroken as refused:
        assert str(refused)


def test_texts_are_compared_without_case_and_domains_as_mail_writes_them():
    assert read(rule(condition(value=" SALES "))).parts[0].value == "sales"
    assert read(rule(condition("email_domain", "is", "Bücher.example"))).parts[0].value == "xn--bcher-kva.example"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("today", dt.date(2026, 11, 24)),
        ("today+14", dt.date(2026, 12, 8)),
        ("today-24", dt.date(2026, 10, 31)),
        ("2026-02-28", dt.date(2026, 2, 28)),
        ("2026-02-30", None),
        ("20260228", None),
        ("tomorrow", None),
    ],
)
def test_a_day_is_a_date_or_counted_from_today(value, expected):
    assert day(value, dt.date(2026, 11, 24)) == expected


def test_only_rules_that_count_from_today_follow_the_calendar():
    assert read(rule(rule(condition("start_date", "before", "today")))).looks_at_today
    assert not read(rule(condition("start_date", "before", "2026-11-24"), condition(value="today"))).looks_at_today


def test_every_field_and_operator_of_the_reference_has_its_words():
    assert set(FIELDS) == set(OPERATORS) == set(Field)
    assert set(COMPARISONS) == set(Operator)
