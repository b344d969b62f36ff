"""`keyhouse recover-admin`: let a System admin in when no other door opens."""

from typing import Annotated

import typer


def recover_admin(
    email: Annotated[str, typer.Argument(help="The address of a System admin.")],
    reset_second_factor: Annotated[
        bool, typer.Option("--reset-second-factor", help="Also take the authenticator and recovery codes away.")
    ] = False,
) -> None:
    """Print a link that signs a System admin in once, or activates an account that never was; the log tells it."""
    from keyhouse.commands.running import starting

    starting.load()
    from django.conf import settings

    from keyhouse.domain.administration import queries as roles
    from keyhouse.domain.credentials import actions
    from keyhouse.domain.people import queries
    from keyhouse.foundation import addresses
    from keyhouse.foundation.errors import BrokenRule
    from keyhouse.foundation.permissions import operator_actor

    try:
        person = queries.holder_of(addresses.address(email).folded)
        if person is None or not roles.is_system_admin(person):
            starting.fail(f"{email} is not the address of a System admin here.")
        by = operator_actor(person.organization_id)
        if reset_second_factor:
            actions.reset_second_factor(by=by, person=person)
        is_new = person.activated_at is None
        make = actions.create_activation_link if is_new else actions.create_sign_in_link
        secret = make(by=by, person=person)
    except BrokenRule as refusal:
        starting.fail(str(refusal))
    path, words = ("activate", "activates the account of") if is_new else ("sign-in/link", "within 15 minutes signs in")
    print(f"This link works once and {words} {person.email}:\n")
    print(f"    {settings.KEYHOUSE.base_url}/{path}/{secret}\n")
