"""Who matches a rule: one SQL condition for every rule, the same on both databases."""

import datetime as dt
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from keyhouse.domain.groups.rules import Condition, Field, Join, Nested, Operator, Rule, day
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.people.models import Person, PersonState
from keyhouse.foundation import clock

COLUMNS = {
    Field.STATUS: "state",
    Field.JOB_TITLE: "job_title_folded",
    Field.DEPARTMENT: "department_folded",
    Field.DIVISION: "division_folded",
    Field.LOCATION: "location_folded",
    Field.ORGANIZATION: "company_folded",
    Field.COST_CENTER: "cost_center_folded",
    Field.USER_TYPE: "user_type_folded",
    Field.EMAIL_DOMAIN: "domain_folded",
    Field.MANAGER: "manager_id",
    Field.START_DATE: "start_date",
    Field.SIGN_IN_METHOD: "sign_in_method",
}


def everybody(organization_id: int) -> "QuerySet[Person]":
    """Everybody whom a rule of an organization can find: its work accounts that are not deleted."""
    rows: QuerySet[Person] = Person.objects.of(organization_id)
    return rows.exclude(state=PersonState.DELETED)


def matching(organization: Organization, rule: Rule) -> "QuerySet[Person]":
    """The people of an organization who match a rule now."""
    return everybody(organization.id).filter(condition_of(rule, organization))


def condition_of(rule: Rule | Nested | Condition, organization: Organization) -> Q:
    """A rule as one condition on the table of people; a day begins where the organization is."""
    if isinstance(rule, Condition):
        return _on_day(rule, organization) if rule.field is Field.START_DATE else _on_text(rule)
    parts = (condition_of(part, organization) for part in rule.parts)
    return Q(*parts, _connector=Q.OR if rule.join is Join.ANY else Q.AND)


def today_of(organization: Organization) -> dt.date:
    """Which day it is where the organization is."""
    return clock.now().astimezone(ZoneInfo(organization.time_zone)).date()


def _on_text(condition: Condition) -> Q:
    column = COLUMNS[condition.field]
    value = int(condition.value) if condition.field is Field.MANAGER and condition.value else condition.value
    match condition.operator:
        case Operator.IS_NOT:
            return ~Q(**{column: value})
        case Operator.CONTAINS:
            return Q(**{f"{column}__contains": value})
        case Operator.STARTS_WITH:
            return Q(**{f"{column}__startswith": value})
        case Operator.IS_EMPTY:
            return Q(**{column: None if condition.field is Field.MANAGER else ""})
    return Q(**{column: value})


def _on_day(condition: Condition, organization: Organization) -> Q:
    column, zone = COLUMNS[condition.field], ZoneInfo(organization.time_zone)
    named = day(condition.value, today_of(organization))
    if condition.operator is Operator.IS_EMPTY or named is None:
        return Q(**{f"{column}__isnull": True})
    begin, end = (dt.datetime.combine(named + dt.timedelta(days=more), dt.time(), zone) for more in (0, 1))
    if condition.operator is Operator.BEFORE:
        return Q(**{f"{column}__lt": begin})
    if condition.operator is Operator.AFTER:
        return Q(**{f"{column}__gte": end})
    within = Q(**{f"{column}__gte": begin, f"{column}__lt": end})
    return ~within if condition.operator is Operator.IS_NOT else within
