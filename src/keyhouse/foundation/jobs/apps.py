"""The jobs, as an application of Django."""

from django.apps import AppConfig


class Jobs(AppConfig):
    """Tables of the jobs that wait, run, are done or were given up."""

    name = "keyhouse.foundation.jobs"
    label = "jobs"
