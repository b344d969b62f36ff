"""Questions about alerts."""

from keyhouse.domain.security_alerts.queries.alerts import (
    Filter,
    alert,
    alerts,
    counts,
    owners,
    page,
    signals_of,
    waiting,
)

__all__ = ["Filter", "alert", "alerts", "counts", "owners", "page", "signals_of", "waiting"]
