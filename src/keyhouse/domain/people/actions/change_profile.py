"""Change what is known about a person."""

from django.db import transaction

from keyhouse.domain.people import queries, rules
from keyhouse.domain.people.events import PersonChanged
from keyhouse.domain.people.models import Person
from keyhouse.domain.people.rules import Profile
from keyhouse.foundation import clock
from keyhouse.foundation.audit import record
from keyhouse.foundation.permissions import Actor, Permission, authorize


@transaction.atomic
def change_profile(*, by: Actor, person: Person, profile: Profile) -> tuple[str, ...]:
    """Give a person this profile; answers the names of the fields that changed, none when it was so already.

    Raises NotAllowed, TooLong.
    """
    authorize(by, Permission.PERSON_CHANGE, on=queries.facts_of_person(person))

    rules.check_lengths(profile)

    before = rules.profile_of(person).values()
    changed = {name: value for name, value in profile.values().items() if before[name] != value}
    if not changed:
        return ()
    compared = rules.folded(profile, rules.address_of(person))
    for name, value in {**changed, **compared}.items():
        setattr(person, name, value)
    person.version += 1
    person.changed_at = clock.now()
    person.save(update_fields=[*changed, *compared, "version", "changed_at"])

    told = {name: value for name, value in changed.items() if name != "scim"}
    record(
        PersonChanged(
            email=person.email,
            fields=", ".join(name.replace("_", " ").removesuffix(" id") for name in told) or "further attributes",
            before={name: str(before[name] or "") for name in told},
            after={name: str(value or "") for name, value in told.items()},
        ),
        by=by,
        on=person,
    )
    return tuple(changed)
