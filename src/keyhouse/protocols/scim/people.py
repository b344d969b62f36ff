"""The User resource: every attribute and extension that Keyhouse reads and returns, and other spellings of URNs."""

from keyhouse.protocols.scim.attributes import Attribute, Kind, Mutability, ResourceType, Schema

RO, WO = Mutability.READ_ONLY, Mutability.WRITE_ONLY
CORE = "urn:ietf:params:scim:schemas:core:2.0:User"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
ACCOUNT_STATUS = "urn:ietf:params:scim:schemas:extension:facebook:accountstatusdetails:2.0:User"
AUTH_METHOD = "urn:ietf:params:scim:schemas:extension:facebook:authmethod:2.0:User"
TERM_DATES = "urn:ietf:params:scim:schemas:extension:facebook:starttermdates:2.0:User"
KEYHOUSE = "urn:keyhouse:params:scim:schemas:extension:2.0:User"


def text(name: str, description: str, *other_names: str) -> Attribute:
    """Describe a single text that the client writes."""
    return Attribute(name=name, description=description, other_names=other_names)


def listed(name: str, description: str, *choices: str, extra: tuple[Attribute, ...] = ()) -> Attribute:
    """Describe a multi-valued attribute of values with a type, a display name and a primary mark."""
    value = Attribute(name="value", description="The value.")
    return Attribute(
        name=name,
        description=description,
        kind=Kind.COMPLEX,
        multi=True,
        parts=(*(extra or (value,)), *_marks(choices)),
    )


def _marks(choices: tuple[str, ...]) -> tuple[Attribute, ...]:
    return (
        Attribute(name="display", description="A name for reading."),
        Attribute(name="type", description="What the value is for.", choices=choices),
        Attribute(name="primary", description="Whether this value is the preferred one.", kind=Kind.BOOLEAN),
    )


META = Attribute(
    name="meta", description="What the server knows about the resource.", kind=Kind.COMPLEX, mutability=RO,
    parts=(
        Attribute(name="resourceType", description="The resource type.", exact=True, mutability=RO),
        Attribute(name="created", description="When it was made.", kind=Kind.DATETIME, mutability=RO),
        Attribute(name="lastModified", description="When it last changed.", kind=Kind.DATETIME, mutability=RO),
        Attribute(name="location", description="Its address.", kind=Kind.REFERENCE, exact=True, mutability=RO),
        Attribute(name="version", description="Its version, as in the ETag.", exact=True, mutability=RO),
    ),
)  # fmt: skip

COMMON = (
    Attribute(name="schemas", description="The URNs of the schemas present.", multi=True, exact=True, returned="always",
              kind=Kind.REFERENCE, mutability=RO),
    Attribute(name="id", description="The id that Keyhouse gave.", exact=True, mutability=RO, returned="always",
              uniqueness="server"),
    Attribute(name="externalId", description="The client's own id, unique per connection.", exact=True,
              uniqueness="none"),
    META,
)  # fmt: skip

NAME = Attribute(
    name="name", description="The parts of the person's name.", kind=Kind.COMPLEX,
    parts=(
        text("formatted", "The full name for reading."), text("familyName", "The family name."),
        text("givenName", "The given name."), text("middleName", "The middle name."),
        text("honorificPrefix", "A title before the name."), text("honorificSuffix", "A suffix after the name."),
    ),
)  # fmt: skip

ADDRESS_PARTS = tuple(
    text(name, description) for name, description in (
        ("formatted", "The whole address for reading."), ("streetAddress", "Street and number."),
        ("locality", "City."), ("region", "State or region."), ("postalCode", "Postal code."), ("country", "Country."),
    )
)  # fmt: skip

GROUPS = Attribute(
    name="groups", description="The groups the person is in.", kind=Kind.COMPLEX, multi=True, mutability=RO,
    parts=(
        Attribute(name="value", description="The group's id.", exact=True, mutability=RO),
        Attribute(name="$ref", description="The group's address.", kind=Kind.REFERENCE, mutability=RO,
                  references=("Group",)),
        Attribute(name="display", description="The group's name.", mutability=RO),
        Attribute(name="type", description="How the person is in it.", mutability=RO, choices=("direct",)),
    ),
)  # fmt: skip

CORE_SCHEMA = Schema(
    urn=CORE, name="User", description="A work account", is_core=True,
    aliases=("urn:ietf:params:scim:schemas:core:2.0/User", "urn:scim:schemas:core:2.0:User",
             "urn:scim:schemas:core:1.0", "urn:ietf:params:scim:schemas:core:1.0:User"),
    attributes=(
        Attribute(name="userName", description="The work email.", required=True, must_be_sent=True,
                  uniqueness="server"),
        NAME,
        text("displayName", "The name shown."), text("nickName", "The casual name."),
        Attribute(name="profileUrl", description="A page about the person.", kind=Kind.REFERENCE,
                  references=("external",)),
        text("title", "The job title."), text("userType", "The kind of employment."),
        text("preferredLanguage", "The language the person reads."), text("locale", "The person's locale."),
        text("timezone", "The person's time zone."),
        Attribute(name="active", description="Whether the account is active; true unless sent otherwise.",
                  kind=Kind.BOOLEAN, required=True),
        Attribute(name="password", description="A first password; used only where the connection allows it.",
                  mutability=WO, returned="never", exact=True),
        listed("emails", "Email addresses; the work one is the account's.", "work", "home", "other"),
        listed("phoneNumbers", "Telephone numbers, kept as sent.", "work", "home", "mobile", "fax", "pager", "other"),
        listed("addresses", "Postal addresses.", "work", "home", "other", extra=ADDRESS_PARTS),
        listed("photos", "Addresses of photos, kept as text.", "photo", "profile", "thumbnail"),
        GROUPS,
        listed("roles", "Kept and returned; they grant nothing."),
        listed("entitlements", "Kept and returned; they grant nothing."),
    ),
)  # fmt: skip


def _extension(urn: str, name: str, description: str, *attributes: Attribute) -> Schema:
    short = urn.replace("urn:ietf:params:scim:", "urn:scim:")
    old = (urn.replace(":2.0:", ":1.0:"), short.replace(":2.0:", ":1.0:"), short.replace(":2.0:User", ":1.0"))
    aliases = (short, urn.replace(":2.0:User", ":2.0/User"), *old)
    return Schema(urn=urn, name=name, description=description, attributes=attributes, aliases=aliases)


def _epoch(name: str, description: str, mutability: Mutability = Mutability.READ_WRITE) -> Attribute:
    return Attribute(name=name, description=description, kind=Kind.EPOCH, mutability=mutability)


MANAGER = Attribute(
    name="manager", description="The person's manager.", kind=Kind.COMPLEX, other_names=("managerId",),
    parts=(
        Attribute(name="value", description="An id, an externalId or a userName.", exact=True),
        Attribute(name="$ref", description="The manager's address.", kind=Kind.REFERENCE, references=("User",)),
        Attribute(name="displayName", description="The manager's name.", mutability=RO),
    ),
)  # fmt: skip

EXTENSIONS = (
    _extension(
        ENTERPRISE, "EnterpriseUser", "Facts of employment",
        text("employeeNumber", "The employee number."), text("costCenter", "The cost center."),
        text("organization", "The organization."), text("division", "The division."),
        text("department", "The department."), MANAGER,
    ),
    _extension(
        ACCOUNT_STATUS, "AccountStatusDetails", "Invitation and activation of the account",
        Attribute(name="invited", description="Whether the invitation was sent.", kind=Kind.BOOLEAN),
        _epoch("inviteDate", "When it was sent.", RO),
        Attribute(name="claimed", description="Whether it was activated.", kind=Kind.BOOLEAN, mutability=RO),
        _epoch("claimDate", "When it was activated.", RO),
        Attribute(name="claimLink", description="The link that activates it.", exact=True, mutability=RO),
    ),
    _extension(
        AUTH_METHOD, "AuthMethod", "How the person signs in",
        Attribute(name="authMethod", description="password or sso.", choices=("password", "sso"),
                  other_names=("auth_method",)),
    ),
    _extension(
        TERM_DATES, "StartTermDates", "First and last day",
        _epoch("startDate", "The first day, in seconds; 0 for none."),
        _epoch("termDate", "The last day, in seconds; 0 for none."),
    ),
    Schema(
        urn=KEYHOUSE, name="Keyhouse", description="What Keyhouse knows about the account", told=True,
        attributes=(
            Attribute(name="state", description="The account state.", mutability=RO,
                      returned="request", choices=("added", "invited", "active", "locked", "suspended", "deactivated")),
            Attribute(name="portfolios", description="In how many portfolios.", kind=Kind.INTEGER, mutability=RO,
                      returned="request"),
            Attribute(name="managedBy", description="The connection that manages the account.", mutability=RO,
                      returned="request"),
        ),
    ),
)  # fmt: skip

USER = ResourceType(
    name="User", endpoint="/Users", description="Work accounts", core=CORE_SCHEMA, extensions=EXTENSIONS, common=COMMON
)
