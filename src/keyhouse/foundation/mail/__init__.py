"""Mail: written from a text template, handed over by SMTP or kept for the mail page; sent from jobs only."""

from collections.abc import Mapping


def send(
    *,
    to: str,
    template: str,
    context: Mapping[str, object],
    organization_id: int | None,
    message_id: int | str,
    language: str | None = None,
) -> None:
    """Write a letter from `templates/mail/<template>.txt` and hand it over; `message_id` is the id of the delivery."""
    from keyhouse.foundation.mail import sending  # late: Django loads an application before its tables

    sending.send(
        to=to,
        template=template,
        context=context,
        organization_id=organization_id,
        message_id=message_id,
        language=language,
    )
