"""What happens to kept answers by themselves."""

import datetime as dt

from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled
from keyhouse.foundation.replays.models import KeptAnswer

KEPT = dt.timedelta(hours=24)


@scheduled(every=dt.timedelta(hours=1))
def forget_answers(*, organization_id: int | None) -> None:
    """Delete the answers of requests that are a day old."""
    rows = KeptAnswer.objects.everywhere(reason="old answers are forgotten whosever they are")
    rows.filter(made_at__lt=clock.now() - KEPT).delete()
