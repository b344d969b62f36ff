"""The documents by which clients discover the server: ServiceProviderConfig, ResourceTypes and Schemas."""

from collections.abc import Iterable

from keyhouse.protocols.scim.attributes import Attribute, Json, Kind, ResourceType, Schema

CONFIG = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"
TYPE = "urn:ietf:params:scim:schemas:core:2.0:ResourceType"
SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Schema"
WIRE_KIND = {Kind.EPOCH: Kind.INTEGER}


def service_provider_config(base: str, *, bulk: bool, max_results: int, documentation: str) -> Json:
    """Answer what the server offers. RFC 7643 §5."""
    return {
        "schemas": [CONFIG],
        "documentationUri": documentation,
        "patch": {"supported": True},
        "bulk": {"supported": bulk, "maxOperations": 1000, "maxPayloadSize": 1048576},
        "filter": {"supported": True, "maxResults": max_results},
        "changePassword": {"supported": False},
        "sort": {"supported": True},
        "etag": {"supported": True},
        "pagination": {"cursor": True, "index": True, "defaultPaginationMethod": "index", "maxPageSize": max_results},
        "authenticationSchemes": [
            {"type": "oauthbearertoken", "name": "Bearer token", "primary": True,
             "description": "A provisioning token, made in Admin Center", "specUri": "https://www.rfc-editor.org/rfc/rfc6750"},
        ],
        "meta": {"resourceType": "ServiceProviderConfig", "location": f"{base}/ServiceProviderConfig"},
    }  # fmt: skip


def resource_type(base: str, each: ResourceType) -> Json:
    """Answer the description of a resource type. RFC 7643 §6."""
    return {
        "schemas": [TYPE],
        "id": each.name,
        "name": each.name,
        "description": each.description,
        "endpoint": each.endpoint,
        "schema": each.core.urn,
        "schemaExtensions": [
            {"schema": extension.urn, "required": False} for extension in each.extensions if not extension.told
        ],
        "meta": {"resourceType": "ResourceType", "location": f"{base}/ResourceTypes/{each.name}"},
    }


def schema(base: str, each: Schema) -> Json:
    """Answer the description of a schema with all its attributes. RFC 7643 §7."""
    return {
        "schemas": [SCHEMA],
        "id": each.urn,
        "name": each.name,
        "description": each.description,
        "attributes": [attribute(one) for one in each.attributes],
        "meta": {"resourceType": "Schema", "location": f"{base}/Schemas/{each.urn}"},
    }


def attribute(each: Attribute) -> Json:
    """Answer the description of an attribute, in camelCase and without nulls."""
    kind = WIRE_KIND.get(each.kind, each.kind)
    return {
        "name": each.name,
        "type": str(kind),
        "multiValued": each.multi,
        "description": each.description,
        "required": each.required,
        "caseExact": each.exact,
        "mutability": str(each.mutability),
        "returned": each.returned,
        "uniqueness": each.uniqueness,
        **({"canonicalValues": list(each.choices)} if each.choices else {}),
        **({"referenceTypes": list(each.references)} if each.references else {}),
        **({"subAttributes": [attribute(part) for part in each.parts]} if each.parts else {}),
    }


def all_schemas(base: str, types: Iterable[ResourceType]) -> list[Json]:
    """Answer every schema of the resource types."""
    return [schema(base, each) for one in types for each in one.schemas()]
