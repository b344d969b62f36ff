"""What the request log may keep of a message: its JSON with every secret masked, cut to a readable length."""

from typing import Any

import orjson

from keyhouse.protocols.scim.attributes import Json

MASK = "•••"
SECRETS = ("password", "accesscode", "access_code", "claimlink", "secret", "token")
LONGEST = 20_000
DEEPEST = 12


def kept(content: bytes) -> str:
    """The text that is kept of a body as it was sent: nothing of one that can't be read."""
    if not content:
        return ""
    try:
        message = orjson.loads(content)
    except orjson.JSONDecodeError:
        return "(no JSON)"
    return text_of(message)


def text_of(message: Any) -> str:
    """The text that is kept of a message."""
    return orjson.dumps(masked(message)).decode()[:LONGEST].replace("\\u0000", "")


def answered(body: Json | None) -> str:
    """The text that is kept of an answer: of a list only its figures."""
    if body is None:
        return ""
    if "Resources" in body:
        body = {name: value for name, value in body.items() if name != "Resources"}
    return text_of(body)


def masked(value: Any, depth: int = 0) -> Any:
    """The same value with every secret masked, by the name of its key or by the path of its operation."""
    if depth > DEEPEST:
        return MASK
    if isinstance(value, list):
        return [masked(each, depth + 1) for each in value]
    if not isinstance(value, dict):
        return value
    secret_path = any(name.casefold() == "path" and _is_secret(str(path)) for name, path in value.items())
    return {
        name: MASK if _is_secret(name) or (secret_path and name.casefold() == "value") else masked(each, depth + 1)
        for name, each in value.items()
    }


def _is_secret(name: str) -> bool:
    folded = name.casefold()
    return any(word in folded for word in SECRETS)
