"""What can have happened to many people at once."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class BulkChangeBegun(Event):
    """A change of many people was asked for."""

    tag = "people.bulk_change.begun"
    title = _("Many people changed")
    sentence = _("{actor} began: {deed}, {number} people.")
    deed: str
    number: int
