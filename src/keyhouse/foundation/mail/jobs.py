"""What the mail does for itself."""

import datetime as dt

from keyhouse.foundation import clock
from keyhouse.foundation.jobs import scheduled
from keyhouse.foundation.mail.models import KeptMail

KEPT = dt.timedelta(days=30)


@scheduled(every=dt.timedelta(days=1))
def forget_kept_mail(*, organization_id: int | None) -> None:
    """Delete mail that was kept for lack of a mail server, after 30 days."""
    rows = KeptMail.objects.everywhere(reason="old mail is forgotten whosever it is")
    rows.filter(written_at__lt=clock.now() - KEPT).delete()
