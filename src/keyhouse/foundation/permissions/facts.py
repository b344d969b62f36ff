"""What a permission is decided on: frozen facts about a thing, built in one query by the module that owns it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Facts:
    """The facts about one thing and the actor's standing to it; what is unknown says no.

    `level` is the actor's level in the portfolio (`full`, `apps`, `basic`) and `options` its advanced options.
    `owns_it` says that the actor owns the group.
    `address` is the address a link was made for, folded; `link` the hash of the link that opens it.
    `hosted_here` says that an external relationship lets people of others into its organization.
    """

    organization_id: int | None
    person_id: int | None = None
    connection_id: int | None = None
    portfolio_id: int | None = None
    level: str = ""
    options: frozenset[str] = frozenset()
    full_control_of_asset: bool = False
    owns_it: bool = False
    requested_by: int | None = None
    link: str = ""
    address: str = ""
    hosted_here: bool = False
    handing_out: object = None


def facts_of(organization_id: int | None) -> Facts:
    """The facts of a thing of which only its organization matters."""
    return Facts(organization_id=organization_id)
