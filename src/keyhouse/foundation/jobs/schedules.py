"""Schedules: jobs that the installation asks for by itself, once in each slot of time."""

import datetime as dt
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


def ask(schedules: list[Schedule], now: dt.datetime | None = None) -> int:
    """Ask for the job of each schedule whose present slot was not asked for yet; how many were."""
    return sum(_ask(schedule, schedule.slot(now or clock.now())) for schedule in schedules)


def _ask(schedule: Schedule, slot: int) -> bool:
    if ScheduledRun.objects.filter(name=schedule.name, slot=slot).exists():
        return False
    with transaction.atomic():
        _, is_new = ScheduledRun.objects.get_or_create(name=schedule.name, slot=slot)
        if is_new:
            schedule.enqueue(organization_id=None, unique=schedule.name)
        return is_new
