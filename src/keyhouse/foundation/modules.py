"""The app configuration that every module with tables uses: it loads the module's events and jobs at the start."""

import importlib
import importlib.util

from django.apps import AppConfig


class Module(AppConfig):
    """A module whose events and jobs are known as soon as the server has started."""

    default = False  # Django takes the one configuration of an apps.py whose default is true: the subclass there
    default_auto_field = "django.db.models.BigAutoField"

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.default = True

    def ready(self) -> None:
        """Load the drawers that others find by name: events by their tag, jobs by theirs."""
        for drawer in ("events", "jobs"):
            if importlib.util.find_spec(f"{self.name}.{drawer}"):
                importlib.import_module(f"{self.name}.{drawer}")
