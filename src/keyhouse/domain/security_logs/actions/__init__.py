"""What can be done with the security log as a whole."""

from keyhouse.domain.security_logs.actions.add_stream import add_stream
from keyhouse.domain.security_logs.actions.begin_log_verification import begin_log_verification
from keyhouse.domain.security_logs.actions.change_stream import change_stream
from keyhouse.domain.security_logs.actions.end_log_verification import end_log_verification
from keyhouse.domain.security_logs.actions.export_log import export_log
from keyhouse.domain.security_logs.actions.note_delivery import note_delivery
from keyhouse.domain.security_logs.actions.note_stream_test import note_stream_test
from keyhouse.domain.security_logs.actions.pause_stream import pause_stream
from keyhouse.domain.security_logs.actions.remove_stream import remove_stream
from keyhouse.domain.security_logs.actions.replace_stream_secret import replace_stream_secret
from keyhouse.domain.security_logs.actions.resume_stream import resume_stream
from keyhouse.domain.security_logs.actions.shorten_log import shorten_log

__all__ = [
    "add_stream",
    "begin_log_verification",
    "change_stream",
    "end_log_verification",
    "export_log",
    "note_delivery",
    "note_stream_test",
    "pause_stream",
    "remove_stream",
    "replace_stream_secret",
    "resume_stream",
    "shorten_log",
]
