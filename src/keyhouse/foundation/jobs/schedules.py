"""Schedules: jobs that the installation asks for by itself, once in each slot of time."""

import sys

from django.apps import apps
from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from keyhouse.foundation import clock
from keyhouse.foundation.jobs.models import ScheduledRun
from keyhouse.foundation.jobs.types import Schedule


def declared() -> list[Schedule]:
    """Every schedule in the `jobs.py` of an application, by name."""
    autodiscover_modules("jobs")
    found: dict[str, Schedule] = {}
    for app in apps.get_app_configs():
        module = sys.modules.get(f"{app.name}.jobs")
        for thing in vars(module).values() if module else ():
            if isinstance(thing, Schedule):
                found[thing.name] = thing
    return [found[name] for name in sorted(found)]


def ask(schedules: list[Schedule], asked: dict[str, int] | None = None) -> int:
    """Ask for the job of each schedule whose present slot was not asked for yet; how many were.

    `asked` remembers the last slot of each schedule for the caller, who then asks the database once a slot.
    """
    known = asked if asked is not None else {}
    return sum(_ask(schedule, schedule.slot(clock.now()), known) for schedule in schedules)


def _ask(schedule: Schedule, slot: int, asked: dict[str, int]) -> bool:
    if asked.get(schedule.name) == slot:
        return False
    is_new = False
    if not ScheduledRun.objects.filter(name=schedule.name, slot=slot).exists():
        with transaction.atomic():
            _, is_new = ScheduledRun.objects.get_or_create(name=schedule.name, slot=slot)
            if is_new:
                schedule.enqueue(organization_id=None, unique=schedule.name)
    asked[schedule.name] = slot
    return is_new
