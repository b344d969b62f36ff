"""Doing a request once: the answer is kept in the transaction of its deed, and given again to who asks again."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from keyhouse.foundation import clock, secrets
from keyhouse.foundation.replays.errors import KeyUsedBefore
from keyhouse.foundation.replays.models import KeptAnswer

PURPOSE = "kept answers"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A status and the bytes that were said with it."""

    status: int
    content: bytes
    is_repeated: bool = False


def once(*, organization_id: int, caller: int, key: str, request: bytes, deed: Callable[[], Answer]) -> Answer:
    """Do a deed and keep its answer, or give the answer that was kept; a refusal keeps nothing and may be tried again.

    `caller` and `key` name the request, `request` is all that it says. Two at once: the second waits for the first.
    Raises KeyUsedBefore, and whatever the deed raises.
    """
    key_hash, request_hash = _digest(f"{caller}:".encode(), key.encode()), _digest(request)
    rows = KeptAnswer.objects.of(organization_id)
    with transaction.atomic():
        try:
            with transaction.atomic():
                row = rows.create(key_hash=key_hash, request_hash=request_hash, made_at=clock.now())
        except IntegrityError:
            return _again(rows.get(key_hash=key_hash), request_hash)
        answer = deed()
        kept = secrets.encrypt(PURPOSE, answer.content.decode())
        rows.filter(id=row.id).update(status=answer.status, answer_encrypted=kept)
    return answer


def _again(row: KeptAnswer, request_hash: str) -> Answer:
    if row.request_hash != request_hash:
        raise KeyUsedBefore()
    content = secrets.decrypt(PURPOSE, row.answer_encrypted).encode()
    return Answer(status=row.status, content=content, is_repeated=True)


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()
