"""The Group resource: its few attributes, and the other spelling of its URN."""

from keyhouse.protocols.scim.attributes import Attribute, Kind, Mutability, ResourceType, Schema
from keyhouse.protocols.scim.people import COMMON

MEMBERS = Attribute(
    name="members", description="The people in the group.", kind=Kind.COMPLEX, multi=True, limit=100_000,
    parts=(
        Attribute(name="value", description="The person's id.", exact=True),
        Attribute(name="$ref", description="The person's address.", kind=Kind.REFERENCE, references=("User",)),
        Attribute(name="display", description="The person's name.", mutability=Mutability.READ_ONLY),
        Attribute(name="type", description="What is a part of the group.", choices=("User",)),
    ),
)  # fmt: skip

GROUP = ResourceType(
    name="Group", endpoint="/Groups", description="Groups of people", common=COMMON,
    core=Schema(
        urn="urn:ietf:params:scim:schemas:core:2.0:Group", name="Group", description="A group of people", is_core=True,
        aliases=("http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
                 "urn:scim:schemas:core:2.0:Group"),
        attributes=(
            Attribute(name="displayName", description="The group's name.", required=True, must_be_sent=True),
            MEMBERS,
        ),
    ),
)  # fmt: skip
