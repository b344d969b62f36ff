"""Delete a people preset, and with it everything that it gave."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.presets import queries, rules
from keyhouse.domain.presets.actions.apply_preset import apply_preset
from keyhouse.domain.presets.errors import PresetChanged
from keyhouse.domain.presets.events import PresetDeleted
from keyhouse.domain.presets.models import Preset, PresetHolder, PresetState
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def delete_preset(*, by: Actor, preset: Preset, version: int) -> None:
    """Take back what a preset gave, and nothing else; what people have by themselves or by other presets stays.

    Where very many people have it, it is gone when the last of them has followed. Raises NotAllowed, NeedsFreshSignIn,
    NeedsApproval, PresetEnding, PresetChanged, LastSystemAdmin, LastBreakGlass, LastFullControl.
    """
    authorize(by, Permission.PRESETS_MANAGE, on=facts_of(preset.organization_id))

    organizations.locked(preset.organization_id)
    preset = queries.locked(preset)
    if preset.version != version:
        raise PresetChanged(preset=preset.name)
    before = queries.content_of(preset)
    arguments = {"preset": str(preset.id), "version": version, "content": None}
    changes = queries.allowed_changes(by, preset.organization_id, before, None, arguments)

    people = queries.number_affected(preset.organization_id, rules.subjects_of(before))
    preset.state, preset.changed_at = PresetState.ENDING, clock.now()
    preset.save(update_fields=["state", "changed_at"])
    PresetHolder.objects.of(preset.organization_id).filter(preset=preset).delete()
    record(PresetDeleted(preset=preset.name, people=people), by=by, on=preset)
    if apply_preset(by=by, preset=preset, changes=changes):
        preset.delete()
