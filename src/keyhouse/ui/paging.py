"""Lists that go on by "Show more": signed cursors and the page they open."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.core import signing
from django.http import HttpRequest

T = TypeVar("T")

PARAMETER = "after"
SALT = "keyhouse.ui.cursor"


@dataclass(frozen=True, kw_only=True)
class Page(Generic[T]):
    """Some rows of a list, and the address of the next ones."""

    rows: Sequence[T]
    more: str = ""
    is_first: bool = True


def cursor_of(request: HttpRequest) -> list[Any] | None:
    """Read the cursor of the address; one that was altered or belongs to another list counts as none."""
    value = request.GET.get(PARAMETER)
    if not value:
        return None
    try:
        found = signing.loads(value, salt=_salt(request))
    except signing.BadSignature:
        return None
    return found if isinstance(found, list) else None


def page_of(request: HttpRequest, rows: Sequence[T], size: int, key: Callable[[T], Sequence[Any]]) -> Page[T]:
    """Cut `size` rows off a list that was asked for one row more, and sign the place where the next ones begin."""
    shown = list(rows[:size])
    more = ""
    if len(rows) > size and shown:
        query = request.GET.copy()
        query[PARAMETER] = signing.dumps(list(key(shown[-1])), salt=_salt(request))
        more = f"{request.path}?{query.urlencode()}"
    return Page(rows=shown, more=more, is_first=not request.GET.get(PARAMETER))


def _salt(request: HttpRequest) -> str:
    organization = getattr(getattr(request, "actor", None), "organization_id", None)
    return f"{SALT}:{organization}:{request.path}"
