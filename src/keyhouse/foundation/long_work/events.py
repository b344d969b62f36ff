"""What can have happened to long work."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from keyhouse.foundation.audit import Event


@dataclass(frozen=True, kw_only=True)
class WorkStopped(Event):
    """Something that was being done to many was stopped before its end."""

    tag = "long_work.stopped"
    title = _("Work stopped")
    sentence = _("{actor} stopped {work}.")
    work: str
