"""Whether a change of many people can be taken back, and by which deed."""

import datetime as dt

from django.utils.translation import gettext as _

from keyhouse.domain.bulk_changes.errors import NothingToUndo
from keyhouse.domain.bulk_changes.rules import DAYS_TO_UNDO, OPPOSITES, Deed
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.long_work.models import LongWork


def deed_of(work: LongWork) -> Deed | None:
    """The deed of a piece of long work, None when it changes no people."""
    name = work.kind.removeprefix("bulk.")
    return Deed(name) if work.kind.startswith("bulk.") and name in set(Deed) else None


def opposite_of(work: LongWork) -> Deed | None:
    """The deed that takes back what a work did, or None."""
    deed = deed_of(work)
    return OPPOSITES.get(deed) if deed is not None else None


def why_not_undone(work: LongWork) -> BrokenRule | None:
    """Why what a work did can't be taken back now: it never can, it goes on, is too long ago, or was taken back."""
    if opposite_of(work) is None:
        return NothingToUndo(reason=_("it can only be done, not taken back"))
    if not work.has_ended or work.ended_at is None:
        return NothingToUndo(reason=_("it is still under way"))
    if "undone_by" in work.arguments:
        return NothingToUndo(reason=_("it was undone already"))
    if "undo_of" in work.arguments:
        return NothingToUndo(reason=_("it took something back itself"))
    if work.ended_at + dt.timedelta(days=DAYS_TO_UNDO) < clock.now():
        return NothingToUndo(reason=_("it is more than 7 days ago"))
    return None if work.done else NothingToUndo(reason=_("nothing was done"))
