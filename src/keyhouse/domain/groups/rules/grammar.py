"""Rules of dynamic groups: conditions on a profile, joined by all or any, one level of nesting; total and bounded."""

import datetime as dt
import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from keyhouse.domain.groups.errors import RuleIsBroken
from keyhouse.domain.people.models import PersonState, SignInMethod
from keyhouse.foundation import ids
from keyhouse.foundation.addresses import domain_name

MOST_CONDITIONS = 50
LONGEST_VALUE = 400
UNWRITABLE = re.compile("[\0\ud800-\udfff]")
FROM_TODAY = re.compile(r"today(?:([+-])([0-9]{1,4}))?")


class Field(enum.StrEnum):
    """What a condition looks at; the value is its name in rules that are stored or sent."""

    STATUS = "account_status"
    JOB_TITLE = "job_title"
    DEPARTMENT = "department"
    DIVISION = "division"
    LOCATION = "location"
    ORGANIZATION = "organization"
    COST_CENTER = "cost_center"
    USER_TYPE = "user_type"
    EMAIL_DOMAIN = "email_domain"
    MANAGER = "manager"
    START_DATE = "start_date"
    SIGN_IN_METHOD = "sign_in_method"


class Operator(enum.StrEnum):
    """How a condition compares."""

    IS = "is"
    IS_NOT = "is_not"
    CONTAINS = "contains"
    STARTS_WITH = "starts_with"
    IS_EMPTY = "is_empty"
    BEFORE = "before"
    AFTER = "after"


class Join(enum.StrEnum):
    """Whether all conditions must hold or any one of them."""

    ALL = "all"
    ANY = "any"


FIELDS = {
    Field.STATUS: _("Account status"),
    Field.JOB_TITLE: _("Job title"),
    Field.DEPARTMENT: _("Department"),
    Field.DIVISION: _("Division"),
    Field.LOCATION: _("Location"),
    Field.ORGANIZATION: _("Organization"),
    Field.COST_CENTER: _("Cost center"),
    Field.USER_TYPE: _("User type"),
    Field.EMAIL_DOMAIN: _("Email domain"),
    Field.MANAGER: _("Manager"),
    Field.START_DATE: _("Start date"),
    Field.SIGN_IN_METHOD: _("Sign-in method"),
}
COMPARISONS = {
    Operator.IS: _("is"),
    Operator.IS_NOT: _("is not"),
    Operator.CONTAINS: _("contains"),
    Operator.STARTS_WITH: _("starts with"),
    Operator.IS_EMPTY: _("is empty"),
    Operator.BEFORE: _("before"),
    Operator.AFTER: _("after"),
}
_EQUAL = (Operator.IS, Operator.IS_NOT)
_TEXT = (*_EQUAL, Operator.CONTAINS, Operator.STARTS_WITH, Operator.IS_EMPTY)
OPERATORS: dict[Field, tuple[Operator, ...]] = {
    **dict.fromkeys(Field, _TEXT),
    Field.STATUS: _EQUAL,
    Field.SIGN_IN_METHOD: _EQUAL,
    Field.MANAGER: (*_EQUAL, Operator.IS_EMPTY),
    Field.START_DATE: (*_EQUAL, Operator.BEFORE, Operator.AFTER, Operator.IS_EMPTY),
}
STATES = tuple(state.value for state in PersonState if state is not PersonState.DELETED)
CHOICES = {Field.STATUS: STATES, Field.SIGN_IN_METHOD: tuple(method.value for method in SignInMethod)}


@dataclass(frozen=True, kw_only=True)
class Condition:
    """One field compares with one value: folded text, a state, a person's id, a day or a number of days from today."""

    field: Field
    operator: Operator
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Nested:
    """Conditions inside of a rule that are joined among themselves."""

    join: Join
    parts: tuple[Condition, ...]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Who is in a dynamic group."""

    join: Join
    parts: tuple[Condition | Nested, ...]

    def conditions(self) -> Iterator[Condition]:
        """All conditions, those inside of others too."""
        for part in self.parts:
            yield from part.parts if isinstance(part, Nested) else (part,)

    @property
    def looks_at_today(self) -> bool:
        """Whether who matches also changes by the calendar."""
        return any(FROM_TODAY.fullmatch(one.value) for one in self.conditions() if one.field is Field.START_DATE)

    def as_json(self) -> dict[str, Any]:
        """The rule as it is stored and sent."""
        return {"join": self.join.value, "parts": [_written(part) for part in self.parts]}


def _written(part: Condition | Nested) -> dict[str, Any]:
    if isinstance(part, Nested):
        return {"join": part.join.value, "parts": [_written(one) for one in part.parts]}
    return {"field": part.field.value, "operator": part.operator.value, "value": part.value}


def read(data: Any) -> Rule:
    """Read a rule that was typed or sent; texts are folded, domains encoded. Raises RuleIsBroken with what is wrong."""
    join, parts = _joined(data)
    rule = Rule(join=join, parts=tuple(_part(part) for part in parts))
    if sum(1 for _ in rule.conditions()) > MOST_CONDITIONS:
        raise RuleIsBroken(reason=RuleIsBroken.TOO_MANY.format(most=MOST_CONDITIONS))
    return rule


def _joined(data: Any) -> tuple[Join, list[Any]]:
    """The word that joins and what is joined; something must be."""
    parts = data.get("parts") if isinstance(data, dict) else None
    if not isinstance(parts, list) or data.get("join") not in list(Join):
        raise RuleIsBroken(reason=RuleIsBroken.NO_RULE)
    if not parts:
        raise RuleIsBroken(reason=RuleIsBroken.NO_CONDITION)
    return Join(data["join"]), parts[: MOST_CONDITIONS + 1]


def _part(data: Any) -> Condition | Nested:
    if isinstance(data, dict) and "parts" in data:
        join, parts = _joined(data)
        if any(isinstance(one, dict) and "parts" in one for one in parts):
            raise RuleIsBroken(reason=RuleIsBroken.TOO_DEEP)
        return Nested(join=join, parts=tuple(_condition(one) for one in parts))
    return _condition(data)


def _condition(data: Any) -> Condition:
    known = isinstance(data, dict) and data.get("field") in list(Field) and data.get("operator") in list(Operator)
    if not known:
        raise RuleIsBroken(reason=RuleIsBroken.NO_RULE)
    field, operator = Field(data["field"]), Operator(data["operator"])
    if operator not in OPERATORS[field]:
        raise RuleIsBroken(reason=RuleIsBroken.DOES_NOT_FIT.format(operator=COMPARISONS[operator], field=FIELDS[field]))
    return Condition(field=field, operator=operator, value=_value(field, operator, data.get("value")))


def _value(field: Field, operator: Operator, given: Any) -> str:
    """The value in the form in which it is compared; nothing beside `is empty`."""
    if operator is Operator.IS_EMPTY:
        return ""
    text = str(given).strip() if isinstance(given, str | int) else ""
    if not text or UNWRITABLE.search(text):
        raise RuleIsBroken(reason=RuleIsBroken.NO_VALUE.format(field=FIELDS[field]))
    if len(text) > LONGEST_VALUE:
        raise RuleIsBroken(reason=RuleIsBroken.TOO_LONG.format(field=FIELDS[field], most=LONGEST_VALUE))
    if (kept := _kept(field, operator, text)) is None:
        raise RuleIsBroken(reason=RuleIsBroken.NO_SUCH_VALUE.format(field=FIELDS[field], value=text))
    return kept


def _kept(field: Field, operator: Operator, text: str) -> str | None:
    """A value that its field can have, folded; None for one that it can't."""
    if field in CHOICES:
        return text if text in CHOICES[field] else None
    if field is Field.MANAGER:
        return text if ids.parse(text) else None
    if field is Field.START_DATE:
        return text if day(text, dt.date(2026, 1, 1)) else None
    if field is Field.EMAIL_DOMAIN and operator in _EQUAL:
        return domain_name(text) or text.casefold()
    return text.casefold()


def day(value: str, today: dt.date) -> dt.date | None:
    """The day that a value names: `2026-11-24`, `today`, `today+14` or `today-90`; None for anything else."""
    if found := FROM_TODAY.fullmatch(value):
        sign, days = found.groups()
        return today + dt.timedelta(days=int(days or 0) * (-1 if sign == "-" else 1))
    try:
        return dt.date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None
