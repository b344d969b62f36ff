"""The two translations: a person as a SCIM User, and a SCIM User as what a connection wants of a person."""

import datetime as dt
from typing import Any

from keyhouse.domain.lifecycle.rules import Incoming
from keyhouse.domain.people.queries import FoundPerson
from keyhouse.domain.people.rules import PersonState, Profile, SignInMethod
from keyhouse.foundation import addresses
from keyhouse.foundation.addresses import EmailAddress
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.errors import InvalidValue
from keyhouse.protocols.scim.people import ACCOUNT_STATUS, AUTH_METHOD, CORE, ENTERPRISE, KEYHOUSE, TERM_DATES

NO_DISPLAY_NAME = "displayName removed"
TOP = {
    "displayName": "display_name", "title": "job_title", "userType": "user_type", "locale": "locale",
    "timezone": "time_zone",
}  # fmt: skip
NAME = {"givenName": "given_name", "familyName": "family_name"}
EMPLOYMENT = {
    "employeeNumber": "employee_number", "costCenter": "cost_center", "organization": "company",
    "division": "division", "department": "department",
}  # fmt: skip
DATES = {"startDate": "start_date", "termDate": "term_date"}
ADDRESS_LINES = ("streetAddress", "postalCode", "locality", "region", "country")
NOT_KEPT = ("userName", "externalId", "active", "password", TERM_DATES, KEYHOUSE)
NOT_PATCHED = (NO_DISPLAY_NAME,)


def writable(person: FoundPerson) -> Json:
    """What the client may change of a person, as PUT and PATCH begin from it; `active` is left out, so that one can
    see whether a request mentions it.
    """
    resource: Json = {name: _copy(value) for name, value in person.scim.items() if name not in NOT_PATCHED}
    resource["userName"] = person.email
    if person.external_id:
        resource["externalId"] = person.external_id
    _put(resource, person, TOP)
    resource["name"] = _with(resource.get("name"), person, NAME)
    resource[ENTERPRISE] = _with(resource.get(ENTERPRISE), person, EMPLOYMENT)
    resource["emails"] = emails_of(person)
    if not resource.get("phoneNumbers") and person.phone:
        resource["phoneNumbers"] = [{"type": "work", "value": person.phone}]
    if AUTH_METHOD in person.scim:
        resource[AUTH_METHOD] = {"authMethod": person.sign_in_method}
    dates = {name: int(when.timestamp()) for name, column in DATES.items() if (when := getattr(person, column))}
    return {name: value for name, value in {**resource, TERM_DATES: dates}.items() if value}


def shown(person: FoundPerson, base: str) -> Json:
    """A person as a whole User resource, without nulls and empty values except groups and emails."""
    resource = writable(person)
    formatted = formatted_name(resource.get("name", {}))
    resource.setdefault("emails", [])
    if formatted:
        resource["name"] = {"formatted": formatted, **resource["name"]}
    if NO_DISPLAY_NAME not in person.scim:
        resource.setdefault("displayName", formatted or person.email.partition("@")[0])
    resource |= {
        "id": str(person.id),
        "active": person.state != PersonState.DEACTIVATED,
        "groups": [],
        KEYHOUSE: {"state": person.state, "managedBy": str(person.managed_by_id)},
        "meta": {
            "resourceType": "User",
            "created": stamp(person.made_at),
            "lastModified": stamp(person.changed_at),
            "location": f"{base}/Users/{person.id}",
            "version": version(person),
        },
    }
    if status := _account_status(person):
        resource[ACCOUNT_STATUS] = status
    return {"schemas": [CORE, *(name for name in resource if name.startswith("urn:"))], **resource}


def incoming(resource: Json, before: FoundPerson | None = None, *, names: bool = True) -> Incoming:
    """What a connection wants of a person, from a resource with canonical names; `names` says that it may provision
    accounts without email. Raises InvalidValue, NotAnAddress.
    """
    address = _address(str(resource["userName"]), names and not (before and "@" in before.email))
    method = resource.get(AUTH_METHOD, {}).get("authMethod")
    if method is not None and str(method).lower() not in set(SignInMethod):
        raise InvalidValue("authMethod is password or sso.")
    if before is not None and before.email != address.typed:
        _follow(resource.get("emails", []), before.email, address.typed)
    if before is not None and not resource.get("displayName") and (before.display_name or _has_no_name(before)):
        resource[NO_DISPLAY_NAME] = True
    return Incoming(
        address=address,
        profile=profile(resource, address.typed),
        external_id=_external_id(resource),
        active=resource.get("active"),
        method=SignInMethod(str(method).lower()) if method else None,
        invited=bool(resource.get(ACCOUNT_STATUS, {}).get("invited")),
        manager=str(resource.get(ENTERPRISE, {}).get("manager", {}).get("value", "")),
    )


def _address(text: str, names: bool) -> EmailAddress:
    return addresses.account_name(text) if names and "@" not in text else addresses.address(text)


def profile(resource: Json, email: str) -> Profile:
    """The profile in a resource: known fields in their columns, all else kept as it was sent."""
    name, employment, dates = resource.get("name", {}), resource.get(ENTERPRISE, {}), resource.get(TERM_DATES, {})
    columns: dict[str, Any] = {column: resource.get(key, "") for key, column in TOP.items()}
    columns |= {column: name.get(key, "") for key, column in NAME.items()}
    columns |= {column: employment.get(key, "") for key, column in EMPLOYMENT.items()}
    columns |= {column: moment(dates.get(key)) for key, column in DATES.items()}
    kept = {key: value for key, value in resource.items() if key not in (*NOT_KEPT, *TOP)}
    kept["name"] = {key: value for key, value in name.items() if key not in NAME and not _is_computed(key, value, name)}
    kept[ENTERPRISE] = {key: value for key, value in employment.items() if key not in EMPLOYMENT}
    if kept.get("emails") == [own_email(email)]:
        kept.pop("emails")
    return Profile(
        phone=_first(resource.get("phoneNumbers", []), ("value",))[:100],
        location=_first(resource.get("addresses", []), ("formatted",), ADDRESS_LINES)[:400],
        scim={key: value for key, value in kept.items() if value},
        **columns,
    )


def formatted_name(name: Json) -> str:
    """The name for reading: as sent, else put together from its parts."""
    parts = (name.get(key) for key in ("givenName", "middleName", "familyName"))
    return str(name.get("formatted") or " ".join(part for part in parts if part))


def emails_of(person: FoundPerson) -> list[Json]:
    """The email addresses of a person: as sent, with the work entry derived from her account when there is none."""
    kept = [dict(each) for each in person.scim.get("emails", ())]
    if "@" not in person.email or any(each.get("type", "work") == "work" for each in kept):
        return kept
    own = own_email(person.email)
    if any(each.get("primary") for each in kept):
        del own["primary"]
    return [own, *kept]


def own_email(email: str) -> Json:
    """The work entry that stands for the address of an account."""
    return {"value": email, "type": "work", "primary": True}


def version(person: FoundPerson) -> str:
    """The version of a person as her ETag."""
    return f'W/"{person.version}"'


def stamp(moment: dt.datetime) -> str:
    """A moment as SCIM writes it, in UTC."""
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def moment(seconds: Any) -> dt.datetime | None:
    """The moment of an epoch value; 0 and absence are none. Raises InvalidValue for one beyond all calendars."""
    if not seconds:
        return None
    try:
        return dt.datetime.fromtimestamp(int(seconds), dt.UTC)
    except (ValueError, OverflowError, OSError):
        raise InvalidValue("A date lies beyond all calendars.") from None


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return dict(value)
    return [dict(each) if isinstance(each, dict) else each for each in value] if isinstance(value, list) else value


def _put(resource: Json, person: FoundPerson, columns: dict[str, str]) -> None:
    resource |= {name: value for name, column in columns.items() if (value := getattr(person, column))}


def _with(kept: Json | None, person: FoundPerson, columns: dict[str, str]) -> Json:
    holder: Json = {}
    _put(holder, person, columns)
    return holder | (kept or {})


def _account_status(person: FoundPerson) -> Json:
    if not person.invited_at and not person.activated_at:
        return dict(person.scim.get(ACCOUNT_STATUS, {}))
    status: Json = {"invited": person.invited_at is not None, "claimed": person.activated_at is not None}
    if person.invited_at:
        status["inviteDate"] = int(person.invited_at.timestamp())
    if person.activated_at:
        status["claimDate"] = int(person.activated_at.timestamp())
    return status


def _has_no_name(person: FoundPerson) -> bool:
    return NO_DISPLAY_NAME in person.scim


def _external_id(resource: Json) -> str:
    value = str(resource.get("externalId", ""))
    if len(value) > 512:
        raise InvalidValue("externalId is longer than 512 characters.")
    return value


def _follow(emails: list[Json], before: str, after: str) -> None:
    for each in emails:
        if str(each.get("value", "")).casefold() == before.casefold() and each.get("type", "work") == "work":
            each["value"] = after


def _is_computed(key: str, value: Any, name: Json) -> bool:
    return key == "formatted" and value == formatted_name({**name, "formatted": ""})


def _first(elements: list[Json], *choices: tuple[str, ...]) -> str:
    work = [each for each in elements if each.get("type", "work") == "work"]
    chosen = next(iter([*work, *elements]), {})
    for keys in choices:
        if found := ", ".join(str(chosen[key]) for key in keys if chosen.get(key)):
            return found
    return ""
