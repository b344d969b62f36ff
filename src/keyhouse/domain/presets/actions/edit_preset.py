"""Edit a people preset."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.presets import queries, rules
from keyhouse.domain.presets.actions.apply_preset import apply_preset
from keyhouse.domain.presets.actions.define_preset import define_preset
from keyhouse.domain.presets.errors import PresetChanged, PresetNameTaken
from keyhouse.domain.presets.events import PresetEdited
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def edit_preset(*, by: Actor, preset: Preset, content: rules.Content, version: int) -> Preset:
    """Change what a preset is called, what it gives and who has it; everybody in it gains and loses accordingly.

    `version` is the one that the actor saw. Raises NotAllowed, NeedsFreshSignIn, NeedsApproval, PresetEnding,
    PresetChanged, PresetNameMissing, PresetNameTaken, PresetGivesNothing, LastSystemAdmin, LastBreakGlass,
    LastFullControl, and what `allowed_changes` raises.
    """
    authorize(by, Permission.PRESETS_MANAGE, on=facts_of(preset.organization_id))

    organizations.locked(preset.organization_id)
    preset = queries.locked(preset)
    if preset.version != version:
        raise PresetChanged(preset=preset.name)
    content, before = rules.tidied(content), queries.content_of(preset)
    other = queries.with_name(preset.organization_id, content.name)
    if other is not None and other.id != preset.id:
        raise PresetNameTaken(name=content.name)
    if content == before:
        return preset
    arguments = {"preset": str(preset.id), "version": version, "content": content.plain()}
    changes = queries.allowed_changes(by, preset.organization_id, before, content, arguments)

    told = queries.told(preset.organization_id, before, content, changes)
    define_preset(by=by, preset=preset, content=content, event=PresetEdited(preset=content.name, changes=told))
    apply_preset(by=by, preset=preset, changes=changes)
    return preset
