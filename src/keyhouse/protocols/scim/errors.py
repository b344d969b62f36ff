"""The errors of SCIM as they go over the wire: status, scimType and a sentence."""

from typing import Any, ClassVar

ERROR_SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error"


class ScimError(Exception):
    """A request that SCIM refuses. RFC 7644 §3.12."""

    status: ClassVar[int] = 400
    scim_type: ClassVar[str] = ""

    def __init__(self, detail: str) -> None:
        """Keep the sentence that the client's administrator reads."""
        super().__init__(detail)
        self.detail = detail

    def body(self) -> dict[str, Any]:
        """Answer the JSON body of this error."""
        return error_body(self.status, self.detail, self.scim_type)


def error_body(status: int, detail: str, scim_type: str = "") -> dict[str, Any]:
    """Answer the body of an error response; the status is a string there (RFC 7644 §3.12)."""
    body: dict[str, Any] = {"schemas": [ERROR_SCHEMA], "status": str(status)}
    if scim_type:
        body["scimType"] = scim_type
    return {**body, "detail": detail}


class InvalidFilter(ScimError):
    """The filter can't be read, or compares what can't be compared."""

    scim_type = "invalidFilter"


class TooMany(ScimError):
    """The filter has more terms, or is longer, than the server works on."""

    scim_type = "tooMany"


class InvalidCursor(ScimError):
    """The cursor is none of ours, or of another search. RFC 9865 §2.2."""

    scim_type = "invalidCursor"


class InvalidSyntax(ScimError):
    """The body isn't JSON of the expected shape."""

    scim_type = "invalidSyntax"


class InvalidPath(ScimError):
    """The path of an operation can't be read."""

    scim_type = "invalidPath"


class NoTarget(ScimError):
    """An operation names nothing to work on."""

    scim_type = "noTarget"


class InvalidValue(ScimError):
    """A value is missing, or of the wrong kind."""

    scim_type = "invalidValue"


class Mutability(ScimError):
    """An operation would change what can't be changed."""

    scim_type = "mutability"


class TooLarge(ScimError):
    """The body is larger than the server reads."""

    status = 413


class UnsupportedMediaType(ScimError):
    """The body isn't JSON by its Content-Type."""

    status = 415


class VersionMismatch(ScimError):
    """The resource has changed since the client read it."""

    status = 412


class NotFound(ScimError):
    """There is no such resource for this connection."""

    status = 404


class Uniqueness(ScimError):
    """Another resource has the value already, or somebody was faster."""

    status = 409
    scim_type = "uniqueness"


class MethodNotAllowed(ScimError):
    """This address doesn't answer this method; `allowed` names those it does."""

    status = 405

    def __init__(self, detail: str, allowed: tuple[str, ...] = ()) -> None:
        """Keep the sentence and the methods."""
        super().__init__(detail)
        self.allowed = allowed


class Unauthenticated(ScimError):
    """There is no token, or none that opens this door."""

    status = 401


class WrongToken(Unauthenticated):
    """A token was shown that opens nothing here; such failures are counted."""


class Forbidden(ScimError):
    """The token is good, and may not do this."""

    status = 403


class NotImplementedHere(ScimError):
    """A part of SCIM that this server doesn't offer."""

    status = 501
