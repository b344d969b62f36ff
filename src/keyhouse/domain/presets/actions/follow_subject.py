"""Bring the products and tasks that a preset gives one person or group in line with it: a step of its changes."""

from django.db import transaction

from keyhouse.domain.grants import actions as grants
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.presets import queries
from keyhouse.domain.presets.models import Preset
from keyhouse.domain.products import actions as products
from keyhouse.domain.products.models import Source
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of


@transaction.atomic
def follow_subject(*, by: Actor, preset: Preset, subject: Person | PersonGroup) -> bool:
    """Give what the preset gives now to a person or group in it, and take what it gave and gives no more.

    Answers whether anything changed. Raises NotAllowed.
    """
    authorize(by, Permission.PRESET_REFRESH, on=facts_of(preset.organization_id))

    content = queries.content_for(preset, subject)
    wanted = {one.id: one for one in queries.products_in(preset.organization_id, content)}
    held = {one.id: one for one in queries.given_products(preset, subject)}

    step, changed = by.within(Permission.PRODUCT_ACCESS_CHANGE, subject), False
    for identifier in sorted(wanted.keys() - held.keys()):
        changed |= products.grant_access(by=step, product=wanted[identifier], subject=subject, source=Source.PRESET,
                                         source_id=preset.id, named=preset.name)  # fmt: skip
    for identifier in sorted(held.keys() - wanted.keys()):
        changed |= products.withdraw_access(by=step, product=held[identifier], subject=subject, source=Source.PRESET,
                                            source_id=preset.id, named=preset.name)  # fmt: skip
    step = by.within(Permission.GRANTS_CHANGE, subject)
    for portfolio, tasks in queries.tasks_for(preset, subject, content):
        changed |= grants.follow_preset(
            by=step, portfolio=portfolio, subject=subject, preset_id=preset.id, wanted=tasks
        )
    return changed
