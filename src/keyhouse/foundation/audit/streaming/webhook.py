"""Lines to a webhook: one signed POST a batch, which has arrived when the answer is in the two hundreds."""

import hashlib
import hmac
import json
from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation import clock, outbound
from keyhouse.foundation.audit.event import Line
from keyhouse.foundation.audit.written import content
from keyhouse.foundation.outbound import Unreachable


def body(stream_id: int, lines: Sequence[Line], *, is_test: bool = False) -> bytes:
    """What is posted: UTF-8 JSON with non-ASCII escaped, so that signing libraries agree on its bytes."""
    sent = {
        "object": "security_audit_log",
        "stream_id": str(stream_id),
        "sent_at": clock.now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        "is_test": is_test,
        "events": [content(line) for line in lines],
    }
    return json.dumps(sent, default=str, separators=(",", ":")).encode()


def signature(secret: str, sent: bytes) -> str:
    """The HMAC-SHA256 of the body under the stream's secret, in the form in which webhooks carry it."""
    return "sha256=" + hmac.new(secret.encode(), sent, hashlib.sha256).hexdigest()


def post(address: str, secret: str, sent: bytes) -> None:
    """Post a body. Raises Unreachable when nobody answers, or with another status than 2xx."""
    headers = {
        "Content-Type": "application/json",
        "X-Hub-Signature-256": signature(secret, sent),
        "X-Keyhouse-Timestamp": str(int(clock.now().timestamp())),
    }
    answer = outbound.request("POST", address, headers=headers, content=sent, max_bytes=65_536)
    if not 200 <= answer.status < 300:
        place = outbound.place_of(address)
        raise Unreachable(place=place, reason=str(_("it answered with status {status}")).format(status=answer.status))
