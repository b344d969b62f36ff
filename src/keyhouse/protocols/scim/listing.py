"""What a client asks of a list (filter, order, page, projection), and the list it gets."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from keyhouse.protocols.scim import filters
from keyhouse.protocols.scim.attributes import Json, Place, ResourceType
from keyhouse.protocols.scim.conditions import Condition
from keyhouse.protocols.scim.errors import InvalidSyntax, InvalidValue

LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse"
DEFAULT_COUNT = 100
MAX_COUNT = 500
MAX_START = 2**31


@dataclass(frozen=True, kw_only=True)
class Question:
    """A read question: which resources, in which order, which page, and what of each.

    `page_mark` is the cursor of RFC 9865; an empty one asks for the first page.
    """

    source: str = ""
    condition: Condition | None = None
    sort_by: Place | None = None
    descending: bool = False
    start: int = 1
    count: int = DEFAULT_COUNT
    page_mark: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    empty_projection: bool = False


def read_question(parameters: Mapping[str, Any], of: ResourceType) -> Question:
    """Read the query parameters of a GET, or the body of a POST to `/.search`; unknown ones are passed over.

    Names are compared without case. RFC 7644 §3.4.2, §3.4.3; cursor of RFC 9865. Raises InvalidFilter, InvalidValue.
    """
    if not isinstance(parameters, Mapping):
        raise InvalidSyntax("The body must be a JSON object.")
    given = {str(name).casefold(): value for name, value in parameters.items()}
    source, sort_by = _text(given, "filter"), _text(given, "sortby")
    return Question(
        source=source.strip(),
        condition=filters.read_filter(source, of) if source.strip() else None,
        sort_by=of.find(sort_by) if sort_by else None,
        descending=_text(given, "sortorder").casefold() == "descending",
        start=min(max(_number(given, "startindex", 1), 1), MAX_START),
        count=min(max(_number(given, "count", DEFAULT_COUNT), 0), MAX_COUNT),
        page_mark=_text(given, "cursor") if given.get("cursor") is not None else None,
        wanted=_names(given, "attributes"),
        unwanted=_names(given, "excludedattributes"),
        empty_projection="attributes" in given and not _names(given, "attributes"),
    )


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name) or ""
    if not isinstance(value, str):
        raise InvalidValue(f"{name} must be a text.")
    return value


def _number(given: Mapping[str, Any], name: str, default: int) -> int:
    value = given.get(name)
    if value is None or value == "":
        return default
    try:
        return int(value) if isinstance(value, str | int) else int(str(value))
    except ValueError:
        raise InvalidValue(f"{name} must be a whole number.") from None


def _names(given: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = given.get(name) or ()
    parts = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else ()
    return tuple(part.strip() for part in parts if isinstance(part, str) and part.strip())


def list_response(resources: list[Json], *, total: int, start: int = 1, following: str | None = None) -> Json:
    """Answer a ListResponse; the figures are integers, `itemsPerPage` is the number returned. RFC 7644 §3.4.2."""
    body: Json = {
        "schemas": [LIST_RESPONSE],
        "totalResults": total,
        "startIndex": start,
        "itemsPerPage": len(resources),
        "Resources": resources,
    }
    return {**body, "nextCursor": following} if following else body
