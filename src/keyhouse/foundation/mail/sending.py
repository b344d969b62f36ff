"""Handing mail over: to the mail server of the settings, or to the table of kept mail."""

from collections.abc import Mapping
from email.utils import format_datetime
from urllib.parse import parse_qs, unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage  # noqa: TID251 -- this is where mail leaves the house
from django.core.mail.backends.smtp import EmailBackend  # noqa: TID251 -- this is where mail leaves the house

from keyhouse.foundation import clock, secrets
from keyhouse.foundation.mail.letters import Letter, write
from keyhouse.foundation.mail.models import KeptMail

PURPOSE = "kept mail"
TIMEOUT = 20
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


def send(
    *,
    to: str,
    template: str,
    context: Mapping[str, object],
    organization_id: int | None,
    message_id: int | str,
    language: str | None = None,
) -> None:
    """Write a letter and hand it over; `message_id` is the delivery's id, so a repeated delivery is recognized.

    Call it from a job only: a mail server may be slow, and what it throws lets the job try again.
    """
    letter = write(template, context, language)
    name = f"<{template.replace('/', '.')}.{message_id}@{_host()}>"
    if settings.KEYHOUSE.smtp_url:
        _hand_over(to, letter, name)
    else:
        _keep(to, letter, name, organization_id)


def _host() -> str:
    return urlsplit(str(settings.KEYHOUSE.base_url)).hostname or "localhost"


def _hand_over(to: str, letter: Letter, name: str) -> None:
    message = EmailMessage(
        letter.subject,
        letter.text,
        from_email=settings.KEYHOUSE.mail_from,
        to=[to],
        connection=server(),
        headers={"Message-ID": name, "Date": format_datetime(clock.now()), "Auto-Submitted": "auto-generated"},
    )
    message.send()


def server() -> EmailBackend:
    """The mail server of KEYHOUSE_SMTP_URL: `smtp://`, `smtp+starttls://` or `smtps://user:password@host:port`."""
    setting = settings.KEYHOUSE.smtp_url
    reveal = getattr(setting, "get_secret_value", None)
    url = urlsplit(str(reveal() if reveal else setting))
    if url.scheme not in PORTS or not url.hostname:
        raise ValueError("KEYHOUSE_SMTP_URL must look like smtp://host:25, smtp+starttls://… or smtps://…")
    return EmailBackend(
        host=url.hostname,
        port=url.port or PORTS[url.scheme],
        username=unquote(url.username or ""),
        password=unquote(url.password or ""),
        use_tls=url.scheme == "smtp+starttls" or "starttls" in parse_qs(url.query),
        use_ssl=url.scheme == "smtps",
        timeout=TIMEOUT,
        fail_silently=False,
    )


def _keep(to: str, letter: Letter, name: str, organization_id: int | None) -> None:
    rows = KeptMail.objects.everywhere(reason="a repeated delivery is found by its message id")
    rows.get_or_create(
        message_id=name,
        defaults={
            "organization_id": organization_id,
            "to": to,
            "subject": letter.subject,
            "text": secrets.encrypt(PURPOSE, letter.text),
            "written_at": clock.now(),
        },
    )
