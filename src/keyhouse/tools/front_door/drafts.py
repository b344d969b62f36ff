"""What a browser carries from step to step: an encrypted cookie of one purpose that only we can read, for an hour."""

import datetime as dt
import json

from keyhouse.foundation import clock, secrets
from keyhouse.ui import Request, Response, cookies

LASTS = dt.timedelta(hours=1)
ACTIVATION, INVITATION, RESET, ACCOUNT = "kh_activation", "kh_invitation", "kh_reset", "kh_account"


def read(request: Request, name: str) -> dict[str, str]:
    """What was kept under this name; nothing when it is missing, too old or not ours."""
    value = cookies.read(request, name)
    try:
        kept = json.loads(secrets.decrypt(f"front door {name}", value)) if value else {}
    except (secrets.Unreadable, ValueError):
        return {}
    return kept if float(kept.pop("until", 0)) > clock.now().timestamp() else {}


def keep(response: Response, name: str, **values: str) -> None:
    """Keep these values under a name in place of the former ones."""
    until = str((clock.now() + LASTS).timestamp())
    text = json.dumps({**values, "until": until}, separators=(",", ":"))
    cookies.give(response, name, secrets.encrypt(f"front door {name}", text), life=LASTS)


def drop(response: Response, name: str) -> None:
    """Forget what was kept under a name."""
    cookies.take_away(response, name)
