"""The routes of `/Users`: create, find, list, get, replace, patch and remove."""

from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people import queries
from keyhouse.domain.people.queries import FoundPerson
from keyhouse.endpoints.scim import people
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.calls import Call
from keyhouse.endpoints.scim.searching import search
from keyhouse.foundation import ids
from keyhouse.protocols.scim import checks
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.errors import NotFound
from keyhouse.protocols.scim.listing import Question, read_question
from keyhouse.protocols.scim.patching import read_patch
from keyhouse.protocols.scim.people import USER
from keyhouse.protocols.scim.projection import project
from keyhouse.protocols.scim.reading import Outcome, read_new, read_replacement

NOT_TOLD = ("meta", "schemas")


def create(call: Call) -> Answer:
    """POST /Users: create an account, take one over, or bring one back."""
    outcome = read_new(call.body(), USER)
    wanted = people.incoming({"active": True, **outcome.resource}, names=call.connection.accounts_without_email)
    person = actions.provision_person(by=call.by, connection=call.connection, incoming=wanted)
    found = _found(call, person.id)
    location = f"{call.base}/Users/{found.id}"
    changed = tuple(_flat(outcome.resource))
    answer = _whole(call, found, call.question(), status=201, changed=changed, ignored=outcome.ignored)
    answer.headers["Location"] = location
    return answer


def fetch(call: Call, identifier: str) -> Answer:
    """GET /Users/{id}: one person, also a deactivated one."""
    person = _found(call, ids.parse(identifier))
    if call.if_none_match and checks.names_version(call.if_none_match, people.version(person)):
        return Answer(status=304, headers={"ETag": people.version(person)})
    return _whole(call, person, call.question())


def listing(call: Call) -> Answer:
    """GET /Users: a page of the people found."""
    return search(call, call.question())


def search_by_body(call: Call) -> Answer:
    """POST /Users/.search and /.search: the same, asked in a body."""
    return search(call, read_question(call.body(), USER))


def replace(call: Call, identifier: str) -> Answer:
    """PUT /Users/{id}: what is present is replaced, what is absent stays."""
    body, before = call.body(), _locked(call, identifier)
    strict = call.connection.strict_replace
    return _change(call, before, read_replacement(people.writable(before), body, USER, strict=strict))


def patch(call: Call, identifier: str) -> Answer:
    """PATCH /Users/{id}: all operations, or none."""
    body, before = call.body(), _locked(call, identifier)
    return _change(call, before, read_patch(people.writable(before), body, USER))


def remove(call: Call, identifier: str) -> Answer:
    """DELETE /Users/{id}: erase an account that nobody activated, deactivate and let go of any other."""
    before = _locked(call, identifier)
    person = queries.managed_person(call.organization_id, call.connection.id, before.id)
    deprovisioning.remove_provisioned_person(by=call.by, connection=call.connection, person=person)
    return Answer(status=204, person_id=before.id, changed=("deleted",))


def _change(call: Call, before: FoundPerson, outcome: Outcome) -> Answer:
    wanted = people.incoming(outcome.resource, before, names=call.connection.accounts_without_email)
    person = queries.managed_person(call.organization_id, call.connection.id, before.id)
    actions.change_provisioned_person(by=call.by, connection=call.connection, person=person, incoming=wanted)
    after = _found(call, before.id)
    changed = _differences(people.shown(before, call.base), people.shown(after, call.base))
    question = call.question()
    if question.empty_projection and call.method == "PATCH":
        headers = {"ETag": people.version(after)}
        return Answer(status=204, headers=headers, person_id=after.id, changed=changed, ignored=outcome.ignored)
    return _whole(call, after, question, changed=changed, ignored=outcome.ignored)


def _differences(before: Json, after: Json) -> tuple[str, ...]:
    old, new = _flat(before), _flat(after)
    names = [*old, *(name for name in new if name not in old)]
    return tuple(name for name in names if old.get(name) != new.get(name))


def _flat(resource: Json) -> Json:
    """The attributes by their short names, those of extensions too, without what only the server says."""
    flat = {name: value for name, value in resource.items() if not name.startswith("urn:") and name not in NOT_TOLD}
    for schema in USER.extensions:
        if not schema.told:
            flat |= resource.get(schema.urn, {})
    return flat


def _whole(
    call: Call,
    person: FoundPerson,
    question: Question,
    *,
    status: int = 200,
    changed: tuple[str, ...] = (),
    ignored: tuple[str, ...] = (),
) -> Answer:
    body = project(people.shown(person, call.base), USER, question.wanted, question.unwanted)
    headers = {"ETag": people.version(person)}
    return Answer(status=status, body=body, headers=headers, person_id=person.id, changed=changed, ignored=ignored)


def _found(call: Call, identifier: int | None) -> FoundPerson:
    rows = queries.find(call.organization_id, call.connection.id).filter(id=identifier or 0)
    found = queries.found(rows)
    if not found:
        raise NotFound("There is no such user for this connection.")
    return found[0]


def _locked(call: Call, identifier: str) -> FoundPerson:
    person = queries.managed_person(call.organization_id, call.connection.id, ids.parse(identifier))
    queries.locked(person)
    found = _found(call, person.id)
    checks.check_version(call.if_match, people.version(found))
    return found
