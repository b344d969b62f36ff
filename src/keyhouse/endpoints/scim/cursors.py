"""Cursors of RFC 9865: signed, so that one that was altered, or belongs to another search, is refused."""

from django.core import signing

from keyhouse.endpoints.scim.calls import Call
from keyhouse.protocols.scim.errors import InvalidCursor

SALT = "keyhouse.endpoints.scim.cursor"


def read(call: Call, text: str, search: str) -> int:
    """The id after which the page begins; an empty cursor asks for the first page. Raises InvalidCursor."""
    if not text:
        return 0
    try:
        after = signing.loads(text, salt=_salt(call, search))
    except signing.BadSignature:
        raise InvalidCursor("This cursor was altered, or belongs to another search.") from None
    return after if isinstance(after, int) else 0


def write(call: Call, after: int, search: str) -> str:
    """The cursor of the page after this id."""
    return signing.dumps(after, salt=_salt(call, search))


def _salt(call: Call, search: str) -> str:
    return f"{SALT}:{call.organization_id}:{call.connection_id}:{search}"
