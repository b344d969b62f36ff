"""Give a people preset to a person or a group."""

from django.db import transaction

from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people.models import Person
from keyhouse.domain.presets import queries, rules
from keyhouse.domain.presets.actions.apply_preset import apply_preset
from keyhouse.domain.presets.actions.define_preset import define_preset
from keyhouse.domain.presets.errors import PresetHeldAlready
from keyhouse.domain.presets.events import PresetAssigned
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def assign_preset(*, by: Actor, preset: Preset, subject: Person | PersonGroup) -> None:
    """Add a person or group to a preset, which gives them at once what it holds.

    Raises NotAllowed, NeedsFreshSignIn, NeedsApproval, PresetEnding, PresetHeldAlready, and what `allowed_changes`
    raises.
    """
    authorize(by, Permission.PRESETS_MANAGE, on=facts_of(preset.organization_id))

    organizations.locked(preset.organization_id)
    preset = queries.locked(preset)
    before = queries.content_of(preset)
    one = rules.subject(subject)
    if one & rules.subjects_of(before):
        raise PresetHeldAlready(name=subject.name, preset=preset.name)
    after = rules.with_subjects(before, rules.subjects_of(before) | one)
    arguments = {"preset": str(preset.id), "version": preset.version, "content": after.plain()}
    changes = queries.allowed_changes(by, preset.organization_id, before, after, arguments)

    event = PresetAssigned(name=subject.name, preset=preset.name)
    define_preset(by=by, preset=preset, content=after, event=event)
    apply_preset(by=by, preset=preset, changes=changes)
