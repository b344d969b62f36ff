"""Ids: time-ordered positive 63-bit integers that carry the type of what they name."""

import datetime as dt
import enum
import secrets
import threading

from django.db import models
from django.utils.deconstruct import deconstructible

from keyhouse.foundation import clock

EPOCH = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
TYPE_BITS = 6
COUNT_BITS = 16
LARGEST = (1 << 63) - 1


class Kind(enum.IntEnum):
    """The type that an id carries in its middle six bits; a number is never given to another type."""

    ORGANIZATION = 1
    EMAIL_DOMAIN = 2
    CONNECTION = 3
    PERSON = 4
    GROUP = 5
    ROLE = 6
    ROLE_HOLDER = 7
    SESSION = 8
    ACCESS_TOKEN = 9
    PORTFOLIO = 10
    MEMBERSHIP = 11
    INVITATION = 12
    ASSET = 13
    ASSET_GROUP = 14
    PARTNER_SHARE = 15
    SYSTEM_USER = 16
    TASK_GRANT = 17
    MIGRATION = 18
    AUDIT_EVENT = 19
    AUDIT_BLOCK = 20
    JOB = 21
    MAIL = 22
    PROVISIONING_REQUEST = 23
    SIGN_IN_ATTEMPT = 24
    LINK = 25
    CREDENTIAL = 26
    SIGN_ON_REQUEST = 27
    INTEGRATION = 28
    PROMISED_GRANT = 29
    RECEIPT = 30
    PRODUCT = 31
    LONG_WORK = 32
    PRESET = 33
    RELATIONSHIP = 34
    APPROVAL = 35
    SECURITY_ALERT = 36
    LOG_STREAM = 37
    SAVED_FILTER = 38
    EXPORT = 39
    MEMBER_REQUEST = 40
    IMPORT_FILE = 41
    MERGE = 42
    RELATIONSHIP_INVITATION = 43
    DOMAIN_RELEASE = 44
    OTHER = 63


_KINDS = {int(kind): kind for kind in Kind}


class _Counter:
    """Counts within one millisecond from a random start, so that ids neither collide nor tell a number."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = -1
        self._count = 0

    def next(self) -> tuple[int, int]:
        """The millisecond since EPOCH and a count that was not given out in it by this process."""
        millisecond = (clock.now() - EPOCH) // dt.timedelta(milliseconds=1)
        with self._lock:
            if millisecond != self._millisecond:
                self._millisecond, self._count = millisecond, secrets.randbits(COUNT_BITS)
            else:
                self._count = (self._count + 1) % (1 << COUNT_BITS)
            return millisecond, self._count


_counter = _Counter()


def new(kind: Kind) -> int:
    """Make a new id of this kind: 41 bits of milliseconds, 6 bits of type, 16 bits of count."""
    millisecond, count = _counter.next()
    return (millisecond << (TYPE_BITS + COUNT_BITS)) | (kind << COUNT_BITS) | count


def kind_of(identifier: int) -> Kind | None:
    """The type that an id carries, or None for a number that no id of ours can be."""
    if not 0 < identifier <= LARGEST:
        return None
    number = (identifier >> COUNT_BITS) & ((1 << TYPE_BITS) - 1)
    return _KINDS.get(number)


def made_at(identifier: int) -> dt.datetime:
    """The moment in which an id was made."""
    return EPOCH + dt.timedelta(milliseconds=identifier >> (TYPE_BITS + COUNT_BITS))


def parse(text: object) -> int | None:
    """Read an id from the wire: a decimal string without sign or leading zero; anything else is None."""
    if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) <= 19 and text[0] != "0":
        number = int(text)
        return number if number <= LARGEST else None
    return None


@deconstructible
class Maker:
    """Makes ids of one kind as the default of a primary key."""

    def __init__(self, kind: int) -> None:
        self.kind = Kind(kind)

    def __call__(self) -> int:
        return new(self.kind)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Maker) and other.kind == self.kind

    def __hash__(self) -> int:
        return hash(self.kind)


def key(kind: Kind) -> "models.BigIntegerField[int, int]":
    """The primary key of a table whose rows have ids of this kind."""
    return models.BigIntegerField(primary_key=True, default=Maker(int(kind)), editable=False)
