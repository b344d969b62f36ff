"""The routes by which clients discover the server, and those it does not offer."""

from urllib.parse import unquote

from django.conf import settings

from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.calls import Call
from keyhouse.protocols.scim import discovery as documents
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.errors import Forbidden, NotFound, NotImplementedHere
from keyhouse.protocols.scim.groups import GROUP
from keyhouse.protocols.scim.listing import MAX_COUNT, list_response
from keyhouse.protocols.scim.people import USER

TYPES = (USER,)
ALIASES = {"users": USER.core.urn, "groups": GROUP.core.urn}


def configuration(call: Call) -> Answer:
    """GET /ServiceProviderConfig."""
    help_page = f"{settings.KEYHOUSE.base_url}/help/admin-center/identity-providers/"
    body = documents.service_provider_config(call.base, bulk=False, max_results=MAX_COUNT, documentation=help_page)
    return Answer(body=body)


def resource_types(call: Call) -> Answer:
    """GET /ResourceTypes."""
    _no_filter(call)
    return _list([documents.resource_type(call.base, each) for each in TYPES])


def resource_type(call: Call, name: str) -> Answer:
    """GET /ResourceTypes/{name}."""
    found = next((each for each in TYPES if each.name.casefold() == name.casefold()), None)
    if found is None:
        raise NotFound("There is no such resource type.")
    return Answer(body=documents.resource_type(call.base, found))


def schemas(call: Call) -> Answer:
    """GET /Schemas."""
    _no_filter(call)
    return _list(documents.all_schemas(call.base, TYPES))


def schema(call: Call, name: str) -> Answer:
    """GET /Schemas/{urn}, or by the short names Users and Groups."""
    urn = ALIASES.get(name.casefold(), unquote(name))
    every = [each for one in (USER, GROUP) for each in one.schemas()]
    found = next((each for each in every if each.urn.casefold() == urn.casefold()), None)
    if found is None:
        raise NotFound("There is no such schema.")
    return Answer(body=documents.schema(call.base, found))


def myself(call: Call) -> Answer:
    """Anything on /Me: a token stands for no person."""
    raise NotImplementedHere("A provisioning token stands for no person, so there is no /Me.")


def no_groups(call: Call) -> Answer:
    """GET /Groups: groups are not provisioned yet, so there are none."""
    return _list([])


def groups_later(call: Call, *parts: str) -> Answer:
    """Anything else on /Groups."""
    raise NotImplementedHere("Groups can't be provisioned in this version: push users only.")


def bulk_later(call: Call) -> Answer:
    """POST /Bulk."""
    raise NotImplementedHere("Bulk isn't offered in this version: send requests one by one.")


def _no_filter(call: Call) -> None:
    if any(name.casefold() == "filter" for name in call.query):
        raise Forbidden("Discovery documents can't be filtered.")


def _list(resources: list[Json]) -> Answer:
    return Answer(body=list_response(resources, total=len(resources)))
