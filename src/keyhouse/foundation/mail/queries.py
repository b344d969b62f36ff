"""What the mail page shows."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.foundation import secrets
from keyhouse.foundation.mail.models import KeptMail
from keyhouse.foundation.mail.sending import PURPOSE


@dataclass(frozen=True, kw_only=True)
class Mail:
    """A kept mail, readable."""

    id: int
    to: str
    subject: str
    text: str
    written_at: dt.datetime


def kept(*, to: str = "", limit: int = 200) -> list[Mail]:
    """The kept mail of the installation, newest first; of one address if one is given."""
    rows = KeptMail.objects.everywhere(reason="the mail page of the demo shows all kept mail").order_by("-id")
    if to:
        rows = rows.filter(to__iexact=to)
    return [
        Mail(
            id=row.id,
            to=row.to,
            subject=row.subject,
            text=secrets.decrypt(PURPOSE, row.text),
            written_at=row.written_at,
        )
        for row in rows[:limit]
    ]
