"""The one-time link that an installation without an organization prints when it starts."""

from django.conf import settings

from keyhouse.domain.organizations import actions, queries
from keyhouse.foundation.permissions import operator_actor


def show() -> None:
    """Print a set-up link, unless there is an organization already."""
    if queries.is_set_up():
        return
    secret = actions.create_set_up_link(by=operator_actor())
    print("\nThere is no organization yet. Set it up here (the link works once, for 24 hours):")
    print(f"\n    {settings.KEYHOUSE.base_url}/set-up/{secret}\n", flush=True)
