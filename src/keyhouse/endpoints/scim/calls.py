"""A call as the routes see it: who asks, what, and with which body."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from keyhouse.domain.connections import queries as connections
from keyhouse.domain.connections.rules import Connection
from keyhouse.foundation.permissions import Actor
from keyhouse.protocols.scim import checks
from keyhouse.protocols.scim.listing import Question, read_question
from keyhouse.protocols.scim.people import USER


@dataclass(frozen=True, kw_only=True)
class Call:
    """A request of a connection that has been let in."""

    by: Actor
    organization_id: int
    connection_id: int
    method: str
    path: str
    base: str
    query: dict[str, str] = field(default_factory=dict)
    content: bytes = b""
    content_type: str = ""
    if_match: str = ""
    if_none_match: str = ""
    request_id: str = ""
    client: str = ""
    started: float = 0.0
    token_id: int = 0
    notes_use: bool = False

    @cached_property
    def connection(self) -> Connection:
        """The connection itself, looked up when a route needs more of it than its id."""
        return connections.connection(self.organization_id, self.connection_id)

    def body(self) -> Any:
        """The JSON of the body. Raises UnsupportedMediaType, TooLarge, InvalidSyntax."""
        checks.check_content_type(self.content_type)
        checks.check_size(len(self.content))
        return checks.check_json(self.content)

    def question(self) -> Question:
        """What the query parameters ask. Raises InvalidFilter, InvalidValue."""
        return read_question(self.query, USER)
