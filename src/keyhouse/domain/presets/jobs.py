"""What goes on about people presets after the commit: large changes row by row, and places that waited for a domain."""

from django.utils.translation import gettext_lazy

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.groups.models import PersonGroup
from keyhouse.domain.people.models import Person
from keyhouse.domain.presets import actions, queries
from keyhouse.domain.presets.actions.apply_preset import WORK
from keyhouse.domain.presets.models import Preset
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.jobs import job
from keyhouse.foundation.long_work import Skipped, handler
from keyhouse.foundation.long_work.models import LongWork, LongWorkRow
from keyhouse.foundation.permissions import Actor, Permission, system_actor

NOTHING = gettext_lazy("There was nothing to change.")


def finish(by: Actor, work: LongWork) -> None:
    """When everybody has followed: a preset that was being removed is gone, another one waits for nothing any more."""
    preset = _preset(work)
    if preset is not None and preset.is_ending:
        preset.delete()
    elif preset is not None and preset.work_id == work.id:
        preset.work_id = None
        preset.save(update_fields=["work_id"])


@handler(WORK, needs=Permission.PRESETS_VIEW, ending=finish, together=20)
def follow_one(by: Actor, work: LongWork, row: LongWorkRow) -> Skipped | None:
    """Bring one group or person in line with a preset."""
    preset, subject = _preset(work), _subject(row)
    if preset is None or subject is None:
        return Skipped(str(NOTHING))
    changed = bool(row.data.get("has_it")) and actions.follow_subject(by=by, preset=preset, subject=subject)
    if isinstance(subject, Person):
        changed |= bool(actions.refresh_people(by=by, people=[subject]))
    return None if changed else Skipped(str(NOTHING))


@job()
def give_places_at_domain(*, organization_id: int, event_id: int) -> None:
    """Give the places that waited until the domain of an address was verified."""
    event = audit.event(organization_id, event_id)
    domain = email_domains.named(organization_id, str(event.facts.get("domain", ""))) if event else None
    if domain is not None and domain.state in queries.GOOD_DOMAINS:
        people = queries.waiting_at(organization_id, domain.name, include_subdomains=domain.include_subdomains)
        actions.refresh_people(by=system_actor(organization_id), people=people)


def _preset(work: LongWork) -> Preset | None:
    rows = Preset.objects.of(work.organization_id)
    found: Preset | None = rows.filter(id=int(work.arguments["preset"])).first()
    return found


def _subject(row: LongWorkRow) -> Person | PersonGroup | None:
    people = Person.objects.of(row.organization_id).filter(id=row.subject_id)
    return people.first() or PersonGroup.objects.of(row.organization_id).filter(id=row.subject_id).first()
