"""The security log, as an application of Django."""

from keyhouse.foundation.modules import Module


class SecurityLogs(Module):
    """The tables of streams and verifications."""

    name = "keyhouse.domain.security_logs"
    label = "security_logs"
