"""Take a people preset from a person or a group."""

from django.db import transaction

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person
from keyhouse.domain.presets import queries, rules
from keyhouse.domain.presets.actions.apply_preset import apply_preset
from keyhouse.domain.presets.actions.define_preset import define_preset
from keyhouse.domain.presets.events import PresetUnassigned
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def unassign_preset(*, by: Actor, preset: Preset, subject: Person | PersonGroup) -> None:
    """Take a person or group out of a preset, and with it what the preset gave them.

    What a person has through a group ends in the group. Raises NotAllowed, NeedsFreshSignIn, NeedsApproval,
    PresetEnding, PresetNotHeld, PresetThroughGroup, LastSystemAdmin, LastBreakGlass, LastFullControl.
    """
    authorize(by, Permission.PRESETS_MANAGE, on=facts_of(preset.organization_id))

    organizations.locked(preset.organization_id)
    preset = queries.locked(preset)
    if broken := queries.why_not_taken(preset, subject):
        raise broken
    before = queries.content_of(preset)
    after = rules.with_subjects(before, rules.subjects_of(before) - rules.subject(subject))
    arguments = {"preset": str(preset.id), "version": preset.version, "content": after.plain()}
    changes = queries.allowed_changes(by, preset.organization_id, before, after, arguments)

    event = PresetUnassigned(name=subject.name, preset=preset.name)
    define_preset(by=by, preset=preset, content=after, event=event)
    apply_preset(by=by, preset=preset, changes=changes)
