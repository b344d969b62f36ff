"""What can be done about sessions and tokens."""

from keyhouse.domain.sign_in.actions.answer_step import answer_step
from keyhouse.domain.sign_in.actions.begin_sign_in import begin_sign_in
from keyhouse.domain.sign_in.actions.begin_sign_on import begin_sign_on
from keyhouse.domain.sign_in.actions.close_attempt import close_attempt
from keyhouse.domain.sign_in.actions.create_access_token import create_access_token
from keyhouse.domain.sign_in.actions.end_sessions import end_sessions
from keyhouse.domain.sign_in.actions.end_sessions_at_provider import end_sessions_at_provider
from keyhouse.domain.sign_in.actions.keep_sign_on_answer import keep_sign_on_answer
from keyhouse.domain.sign_in.actions.link_subject import link_subject
from keyhouse.domain.sign_in.actions.note_token_use import note_token_use
from keyhouse.domain.sign_in.actions.revoke_access_token import revoke_access_token
from keyhouse.domain.sign_in.actions.revoke_tokens import revoke_tokens
from keyhouse.domain.sign_in.actions.rotate_access_token import rotate_access_token
from keyhouse.domain.sign_in.actions.start_session import start_session
from keyhouse.domain.sign_in.actions.take_sign_on_answer import take_sign_on_answer

__all__ = [
    "answer_step",
    "begin_sign_in",
    "begin_sign_on",
    "close_attempt",
    "create_access_token",
    "end_sessions",
    "end_sessions_at_provider",
    "keep_sign_on_answer",
    "link_subject",
    "note_token_use",
    "revoke_access_token",
    "revoke_tokens",
    "rotate_access_token",
    "start_session",
    "take_sign_on_answer",
]
