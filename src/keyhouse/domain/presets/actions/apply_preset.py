"""Bring everybody whom a change of a preset concerns in line with it: at once, or row by row when they are many."""

from django.db import transaction
from django.utils.translation import gettext as _

from keyhouse.domain.portfolios import queries as portfolios
from keyhouse.domain.portfolios.errors import LastFullControl
from keyhouse.domain.presets import queries, rules
from keyhouse.domain.presets.actions.follow_roles import follow_roles
from keyhouse.domain.presets.actions.follow_subject import follow_subject
from keyhouse.domain.presets.actions.refresh_people import refresh_people
from keyhouse.domain.presets.events import FollowingBegun
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.audit import record
from keyhouse.foundation.long_work import beginning
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

WORK = "presets.apply"


@transaction.atomic
def apply_preset(*, by: Actor, preset: Preset, changes: rules.Changes) -> bool:
    """Give and take what the change of a preset means for those concerned; answers whether it is done.

    Admin roles change at once in any case. Raises NotAllowed, LastSystemAdmin, LastBreakGlass, LastFullControl,
    RoleNeedsVerifiedDomain.
    """
    authorize(by, Permission.PRESET_REFRESH, on=facts_of(preset.organization_id))

    own = preset.organization_id
    subjects = queries.subject_rows(own, changes.subjects)
    number = queries.number_affected(own, changes.subjects)
    held = queries.with_full_control(own, changes)

    if any(one.kind == "role" for one in rules.touched(changes)):
        follow_roles(by=by, preset=preset, subjects=subjects)
    if number > rules.AT_ONCE:
        title = _("Preset {preset}: give and take what changed").format(preset=preset.name)
        arguments = {"preset": str(preset.id)}
        rows = queries.rows_of_work(own, changes.subjects)
        preset.work_id = beginning.begin(by=by, kind=WORK, title=title, rows=rows, arguments=arguments).id
        preset.save(update_fields=["work_id"])
        record(FollowingBegun(preset=preset.name, people=number), by=by, on=preset)
        return False

    for subject in subjects:
        follow_subject(by=by, preset=preset, subject=subject)
    refresh_people(by=by, people=list(queries.members_of(own, changes.subjects).order_by("id")))
    if lost := next((one for one in held if not portfolios.has_full_control(one)), None):
        raise LastFullControl(person=preset.name, portfolio=lost.name)
    return True
