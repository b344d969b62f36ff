"""`keyhouse bootstrap`: set a deployment up without a browser."""

from typing import Annotated, Any

import typer

Texts = list[str]


def bootstrap(
    organization: Annotated[str, typer.Option(help="The organization's name; it is made when it isn't there.")],
    admin: Annotated[str, typer.Option(help="The address of a System admin who signs in by password.")],
    verified_domain: Annotated[Texts, typer.Option(help="A domain that is verified by your word. Repeats.")] = [],  # noqa: B006
    portfolio: Annotated[Texts, typer.Option(help="A portfolio of which the admin has full control. Repeats.")] = [],  # noqa: B006
    saml_metadata: Annotated[
        Texts, typer.Option(help="Metadata of an identity provider: a file or address. Repeats.")
    ] = [],  # noqa: B006
    integration: Annotated[Texts, typer.Option(help="An API client, as NAME=PERMISSION[,PERMISSION]. Repeats.")] = [],  # noqa: B006
    rotate: Annotated[bool, typer.Option("--rotate", help="Make links and tokens anew, and show them.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Set an organization up: domains, a System admin, portfolios, provisioning, single sign-on, integrations.

    A second run makes what is missing. Links and tokens are shown once, unless --rotate makes new ones.
    """
    from keyhouse.commands.running import starting

    starting.load()
    from keyhouse.commands.keeping.furnishing import Wanted, furnish
    from keyhouse.commands.running.serving import prepare_tables
    from keyhouse.foundation.errors import BrokenRule

    prepare_tables(quiet=as_json)
    try:
        wanted = Wanted.read(
            admin=admin, domains=verified_domain, portfolios=portfolio, metadata=saml_metadata, integrations=integration
        )
        found = furnish(organization, wanted, rotate=rotate)
    except (BrokenRule, ValueError) as refusal:
        starting.fail(str(refusal))
    show(found, as_json=as_json)


def show(found: dict[str, Any], *, as_json: bool) -> None:
    """Print what was set up, for a program or for a person."""
    import json

    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    admin, scim = found["admin"], found["scim"]
    link, token = admin["activation_link"], scim["token"]
    lines = [
        (True, f"{found['organization']['name']} is set up."),
        (link, f"{admin['email']} activates the account here, once:\n    {link}"),
        (token, f"Provisioning at {scim['base_url']}, token (shown once):\n    {token}"),
        *((True, f"Single sign-on: audience {x['metadata_url']}, ACS {x['acs_url']}") for x in found["connections"]),
        *((x["token"], f"{x['name']}, token (shown once):\n    {x['token']}") for x in found["integrations"]),
    ]
    print("\n\n".join(line for is_new, line in lines if is_new))
