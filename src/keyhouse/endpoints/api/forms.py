"""The forms that all panels share: ids as text, refusals, and lists that go on by a cursor."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Generic, TypeVar

from django.core import signing
from django.http import HttpRequest
from ninja import Schema
from pydantic import BeforeValidator, Field, PlainSerializer, StringConstraints, WithJsonSchema

from keyhouse.endpoints.api.errors import NoSuchPlace
from keyhouse.foundation import ids

T = TypeVar("T")
SALT = "keyhouse.api.cursor"
MOST = 200


def _read_id(value: object) -> int:
    """An id of ours; what is none names nothing, and is answered so by the query that looks it up."""
    found = ids.parse(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    if found is None:
        raise ValueError("an id is a text of up to 19 digits")
    return int(found)


Id = Annotated[
    int,
    BeforeValidator(_read_id),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": "^[1-9][0-9]{0,18}$", "description": "An id, as text."}),
]
Moment = Annotated[
    dt.datetime,
    PlainSerializer(lambda moment: moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), return_type=str),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]


def _without_nul(value: object) -> object:
    if isinstance(value, str) and "\x00" in value:
        raise ValueError("a text can't hold the character NUL")
    return value


# A text that a person typed; name its length with Line[100]-like aliases in the panels.
Line = Annotated[str, BeforeValidator(_without_nul), StringConstraints(strip_whitespace=True, max_length=500)]


class Form(Schema):
    """What is sent; a field that we do not know is refused by name, so that a misspelt one is not lost."""

    model_config = {"extra": "forbid"}


class Problem(Schema):
    """One field that can't be used."""

    field: str
    message: str


class RefusalReason(Schema):
    """Why a request was refused: the rule's code, its sentence, the next step, and the fields concerned."""

    code: str
    message: str
    step: str = ""
    fields: list[Problem] = Field(default_factory=list)
    reference: str = ""
    approval: dict[str, Any] | None = None


class Refusal(Schema):
    """A request that was refused; nothing was changed."""

    error: RefusalReason


class Many(Schema, Generic[T]):
    """One page of a list; `next` is the cursor of the page after it, or null at the end."""

    items: list[T]
    next: str | None = None


class Paging(Schema):
    """Where a page of a list begins, and how many lines it has at most."""

    after: str = Field("", max_length=1000, description="The `next` of the page before.")
    limit: int = Field(50, ge=1, le=MOST, description="How many lines at most.")


def place(request: HttpRequest, paging: Paging) -> list[Any] | None:
    """The place where a page begins, as `many` signed it; None at the beginning. Raises NoSuchPlace."""
    if not paging.after:
        return None
    try:
        found = signing.loads(paging.after, salt=_salt(request))
    except signing.BadSignature:
        raise NoSuchPlace() from None
    return list(found)


def many(
    request: HttpRequest, paging: Paging, rows: Sequence[Any], key: Callable[[Any], Sequence[Any]]
) -> dict[str, Any]:
    """Cut a page off a list that was asked for one row more than its limit, and sign where the next one begins."""
    shown = list(rows[: paging.limit])
    more = signing.dumps(list(key(shown[-1])), salt=_salt(request)) if len(rows) > paging.limit else None
    return {"items": shown, "next": more}


def everything(rows: Sequence[Any]) -> dict[str, Any]:
    """A short list that needs no pages."""
    return {"items": list(rows), "next": None}


def _salt(request: HttpRequest) -> str:
    organization = getattr(getattr(request, "actor", None), "organization_id", None)
    return f"{SALT}:{organization}:{request.path}"
