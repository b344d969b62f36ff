"""Create a people preset."""

from django.db import transaction

from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import Organization
from keyhouse.domain.presets import queries, rules
from keyhouse.domain.presets.actions.apply_preset import apply_preset
from keyhouse.domain.presets.actions.define_preset import define_preset
from keyhouse.domain.presets.errors import PresetNameTaken
from keyhouse.domain.presets.events import PresetCreated
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def create_preset(*, by: Actor, organization: Organization, content: rules.Content) -> Preset:
    """Make a preset and give what it holds to the people and groups in it.

    What the actor couldn't give alone needs a System admin's approval. Raises NotAllowed, NeedsFreshSignIn,
    NeedsApproval, PresetNameMissing, PresetNameTaken, PresetGivesNothing, and what `allowed_changes` raises.
    """
    authorize(by, Permission.PRESETS_MANAGE, on=facts_of(organization.id))

    organizations.locked(organization.id)
    content = rules.tidied(content)
    if queries.with_name(organization.id, content.name) is not None:
        raise PresetNameTaken(name=content.name)
    arguments = {"preset": "", "version": 0, "content": content.plain()}
    changes = queries.allowed_changes(by, organization.id, None, content, arguments)

    now = clock.now()
    preset: Preset = Preset.objects.of(organization).create(
        name=content.name, name_folded=content.name.casefold(), description=content.description,
        made_by_id=by.person_id, made_at=now, changed_at=now, version=0,
    )  # fmt: skip
    gives = ", ".join(queries.words_of(organization.id, changes.after))
    event = PresetCreated(preset=preset.name, gives=gives, people=len(content.people), groups=len(content.groups))
    define_preset(by=by, preset=preset, content=content, event=event)

    apply_preset(by=by, preset=preset, changes=changes)
    return preset
