"""The module security_alerts as a Django app."""

from keyhouse.foundation.modules import Module


class SecurityAlerts(Module):
    """What deserves an administrator's attention: why it was raised, who looks at it, how it was closed."""

    name = "keyhouse.domain.security_alerts"
    label = "security_alerts"
