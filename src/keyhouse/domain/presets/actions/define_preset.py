"""Write down what a preset is called, what it gives and to whom: a step of every change of it."""

from django.db import transaction

from keyhouse.domain.presets import queries
from keyhouse.domain.presets.models import (
    Preset,
    PresetHolder,
    PresetPlace,
    PresetProduct,
    PresetRole,
    PresetTask,
)
from keyhouse.domain.presets.rules import Content
from keyhouse.foundation import clock
from keyhouse.foundation.audit import Event, record
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def define_preset(*, by: Actor, preset: Preset, content: Content, event: Event) -> None:
    """Make the rows of a preset those of this content; nothing is given or taken yet. Raises NotAllowed."""
    authorize(by, Permission.PRESETS_MANAGE, on=facts_of(preset.organization_id))

    own, before = preset.organization_id, queries.content_of(preset)

    preset.name, preset.name_folded, preset.description = content.name, content.name.casefold(), content.description
    preset.version, preset.changed_at = preset.version + 1, clock.now()
    preset.save(update_fields=["name", "name_folded", "description", "version", "changed_at"])
    for model, field in ((PresetRole, "role_id"), (PresetProduct, "product_id")):
        rows, wanted = model.objects.of(own), content.roles if model is PresetRole else content.products
        rows.filter(preset=preset).exclude(**{f"{field}__in": wanted}).delete()
        known = set(rows.filter(preset=preset).values_list(field, flat=True))
        rows.bulk_create(model(preset=preset, **{field: one}) for one in sorted(wanted - known))
    if before.places != content.places:
        PresetPlace.objects.of(own).filter(preset=preset).delete()
        for place in content.places:
            row = PresetPlace.objects.of(own).create(preset=preset, portfolio_id=place.portfolio_id, level=place.level)
            PresetTask.objects.of(own).bulk_create(
                PresetTask(place=row, object_id=one.object_id, asset_type=one.type, tasks=one.bits)
                for one in sorted(place.tasks)
            )
    holders, now = PresetHolder.objects.of(own), clock.now()
    for field, old, new in (("person_id", before.people, content.people), ("group_id", before.groups, content.groups)):
        holders.filter(preset=preset, **{f"{field}__in": old - new}).delete()
        holders.bulk_create(
            PresetHolder(preset=preset, **{field: one}, added_by_id=by.person_id, added_at=now)
            for one in sorted(new - old)
        )

    record(event, by=by, on=preset)
