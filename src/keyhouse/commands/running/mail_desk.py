"""The mail page of `serve --dev`, on a loopback port of its own beside the server."""

from django.conf import settings

from keyhouse.commands.running import stage
from keyhouse.demo import desk, loopback


def warn_without_server() -> None:
    """Say that nobody gets mail as long as no mail server is set."""
    if not settings.KEYHOUSE.smtp_url:
        print("KEYHOUSE_SMTP_URL is not set: no mail is sent, it is kept for 30 days instead.", flush=True)


def open_beside(port: int) -> None:
    """Show the mail that is kept because no mail server is set."""
    if settings.KEYHOUSE.smtp_url:
        return
    beside = stage.free_after(port, 1)[0]
    loopback.serve(desk.site(settings.KEYHOUSE.base_url), stage.HOST, beside)
    print(f"Mail that would be sent: http://{stage.HOST}:{beside}/", flush=True)
