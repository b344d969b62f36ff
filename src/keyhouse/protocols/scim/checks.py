"""What a request must meet before it is looked at: the kind of its body, its size, its JSON, its version."""

from typing import Any

import orjson

from keyhouse.protocols.scim.errors import InvalidSyntax, TooLarge, UnsupportedMediaType, VersionMismatch

MAX_BODY = 1_048_576
JSON_TYPES = frozenset({"application/scim+json", "application/json"})


def check_content_type(content_type: str) -> None:
    """The body is JSON by its Content-Type; a missing type counts as JSON. Raises UnsupportedMediaType."""
    kind = content_type.partition(";")[0].strip().casefold()
    if kind and kind not in JSON_TYPES:
        raise UnsupportedMediaType("Send application/scim+json or application/json.")


def check_size(length: int) -> None:
    """The body isn't larger than the server reads. Raises TooLarge."""
    if length > MAX_BODY:
        raise TooLarge(f"The body is larger than {MAX_BODY} bytes.")


def check_json(body: bytes) -> Any:
    """The body is JSON in UTF-8, not nested too deep, without NaN or Infinity. Raises InvalidSyntax."""
    try:
        return orjson.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError:
        raise InvalidSyntax("The body is no JSON.") from None


def check_version(if_match: str, current: str) -> None:
    """The version the client names by If-Match is the current one; no header, no check. Raises VersionMismatch."""
    if if_match and not names_version(if_match, current):
        raise VersionMismatch("The resource has changed since it was read: read it again.")


def names_version(header: str, current: str) -> bool:
    """Say whether an If-Match or If-None-Match header names the current version, weakly compared. RFC 7232 §2.3.2."""
    named = [part.strip().removeprefix("W/").strip('"') for part in header.split(",")]
    return "*" in named or current.removeprefix("W/").strip('"') in named
