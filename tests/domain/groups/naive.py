"""Who matches a rule, evaluated the plain way: one person, one condition at a time, by what her profile shows."""

import datetime as dt
from zoneinfo import ZoneInfo

from keyhouse.domain.groups.rules import Condition, Field, Nested, Operator, Rule, day
from keyhouse.domain.people.models import Person

TEXTS = {
    Field.STATUS: "state",
    Field.SIGN_IN_METHOD: "sign_in_method",
    Field.JOB_TITLE: "job_title",
    Field.DEPARTMENT: "department",
    Field.DIVISION: "division",
    Field.LOCATION: "location",
    Field.ORGANIZATION: "company",
    Field.COST_CENTER: "cost_center",
    Field.USER_TYPE: "user_type",
}


def matches(rule: Rule | Nested | Condition, person: Person, zone: str, now: dt.datetime) -> bool:
    """Whether a person matches a rule at a moment, in an organization that lives in this time zone."""
    if isinstance(rule, Condition):
        if rule.field is Field.START_DATE:
            return on_day(rule, person, ZoneInfo(zone), now)
        return on_text(rule, shown(rule.field, person))
    answers = [matches(part, person, zone, now) for part in rule.parts]
    return all(answers) if rule.join == "all" else any(answers)


def shown(field: Field, person: Person) -> str:
    """What a field shows, without case; an id as digits, what is missing as nothing."""
    if field is Field.MANAGER:
        return str(person.manager_id or "")
    if field is Field.EMAIL_DOMAIN:
        return person.domain
    return str(getattr(person, TEXTS[field])).casefold()


def on_text(condition: Condition, text: str) -> bool:
    return {
        Operator.IS: text == condition.value,
        Operator.IS_NOT: text != condition.value,
        Operator.CONTAINS: condition.value in text,
        Operator.STARTS_WITH: text.startswith(condition.value),
        Operator.IS_EMPTY: text == "",
    }[condition.operator]


def on_day(condition: Condition, person: Person, zone: ZoneInfo, now: dt.datetime) -> bool:
    hers = person.start_date.astimezone(zone).date() if person.start_date else None
    named = day(condition.value, now.astimezone(zone).date())
    if condition.operator is Operator.IS_EMPTY:
        return hers is None
    if condition.operator is Operator.IS_NOT:
        return hers != named
    if hers is None or named is None:
        return False
    return {Operator.IS: hers == named, Operator.BEFORE: hers < named, Operator.AFTER: hers > named}[condition.operator]
