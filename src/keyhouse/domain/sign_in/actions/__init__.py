"""What can be done about sessions and tokens."""

from keyhouse.domain.sign_in.actions.create_access_token import create_access_token
from keyhouse.domain.sign_in.actions.end_sessions import end_sessions
from keyhouse.domain.sign_in.actions.revoke_access_token import revoke_access_token
from keyhouse.domain.sign_in.actions.revoke_tokens import revoke_tokens
from keyhouse.domain.sign_in.actions.rotate_access_token import rotate_access_token

__all__ = ["create_access_token", "end_sessions", "revoke_access_token", "revoke_tokens", "rotate_access_token"]
