"""The routes of `/Users`: create, find, list, get, replace, patch and remove."""

from collections.abc import Callable
from typing import Any

from keyhouse.domain.deprovisioning import actions as deprovisioning
from keyhouse.domain.lifecycle import actions
from keyhouse.domain.people import hot_find, queries
from keyhouse.domain.people.queries import FoundPerson
from keyhouse.endpoints.scim import people
from keyhouse.endpoints.scim.answers import Answer
from keyhouse.endpoints.scim.calls import Call
from keyhouse.endpoints.scim.searching import search
from keyhouse.endpoints.scim.showing import present
from keyhouse.foundation import ids
from keyhouse.protocols.scim import checks
from keyhouse.protocols.scim.attributes import Json
from keyhouse.protocols.scim.errors import NotFound
from keyhouse.protocols.scim.listing import Question, read_question
from keyhouse.protocols.scim.patching import read_patch
from keyhouse.protocols.scim.people import USER
from keyhouse.protocols.scim.reading import Outcome, read_new, read_replacement

NOT_TOLD = ("meta", "schemas")


def create(call: Call) -> Answer:
    """POST /Users: create an account, take one over, or bring one back."""
    outcome = read_new(call.body(), USER)
    names = call.connection.accounts_without_email
    wanted = people.incoming({"active": True, **outcome.resource}, names=names)
    person = actions.provision_person(by=call.by, connection=call.connection, incoming=wanted)
    made = queries.seen(person, wanted.external_id)
    changed = tuple(_flat(outcome.resource))
    answer = _whole(call, made, call.question(), status=201, changed=changed, ignored=outcome.ignored)
    answer.headers["Location"] = f"{call.base}/Users/{made.id}"
    return answer


def fetch(call: Call, identifier: str) -> Answer:
    """GET /Users/{id}: one person, also a deactivated one."""
    found = hot_find.by_id(call.organization_id, call.connection_id, ids.parse(identifier) or 0)
    if not found:
        raise NotFound("There is no such user for this connection.")
    if call.if_none_match and checks.names_version(call.if_none_match, people.version(found[0])):
        return Answer(status=304, headers={"ETag": people.version(found[0])})
    return _whole(call, found[0], call.question())


def listing(call: Call) -> Answer:
    """GET /Users: a page of the people found."""
    return search(call, call.question())


def search_by_body(call: Call) -> Answer:
    """POST /Users/.search and /.search: the same, asked in a body."""
    return search(call, read_question(call.body(), USER))


def replace(call: Call, identifier: str) -> Answer:
    """PUT /Users/{id}: what is present is replaced, what is absent stays."""
    strict = call.connection.strict_replace
    return _change(call, identifier, lambda before, body: read_replacement(before, body, USER, strict=strict))


def patch(call: Call, identifier: str) -> Answer:
    """PATCH /Users/{id}: all operations, or none."""
    return _change(call, identifier, lambda before, body: read_patch(before, body, USER))


def remove(call: Call, identifier: str) -> Answer:
    """DELETE /Users/{id}: erase an account that nobody activated, deactivate and let go of any other."""
    person, before = queries.lock(call.organization_id, call.connection_id, ids.parse(identifier))
    checks.check_version(call.if_match, people.version(before))
    deprovisioning.remove_provisioned_person(by=call.by, connection=call.connection, person=person)
    return Answer(status=204, person_id=before.id, changed=("deleted",))


def _change(call: Call, identifier: str, read: Callable[[Json, Any], Outcome]) -> Answer:
    body = call.body()
    person, before = queries.lock(call.organization_id, call.connection_id, ids.parse(identifier))
    checks.check_version(call.if_match, people.version(before))
    outcome = read(people.writable(before), body)
    wanted = people.incoming(outcome.resource, before, names=call.connection.accounts_without_email)
    person = actions.change_provisioned_person(by=call.by, connection=call.connection, person=person, incoming=wanted)
    after = queries.seen(person, wanted.external_id)
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
    body = present(people.shown(person, call.base), question)
    headers = {"ETag": people.version(person)}
    return Answer(status=status, body=body, headers=headers, person_id=person.id, changed=changed, ignored=ignored)
