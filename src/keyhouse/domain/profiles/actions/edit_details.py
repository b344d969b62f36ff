"""Edit a person's details by hand."""

from dataclasses import asdict

from django.db import transaction

from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.group_membership.actions.refresh_person import refresh_person
from keyhouse.domain.people import queries, rules
from keyhouse.domain.people.actions.change_profile import change_profile
from keyhouse.domain.people.models import Person
from keyhouse.domain.profiles.errors import DetailsAreOwners, FieldIsManaged
from keyhouse.foundation.permissions import Actor, Permission, authorize

PERSONAL = ("given_name", "family_name", "display_name", "phone")


@transaction.atomic
def edit_details(*, by: Actor, person: Person, details: dict[str, str]) -> tuple[str, ...]:
    """Change fields of a person's profile, by their names; answers those that changed.

    What the identity provider writes stays; on an unverified domain names and phone are the owner's.
    Raises NotAllowed, FieldIsManaged, DetailsAreOwners, TooLong.
    """
    authorize(by, Permission.PEOPLE_MANAGE, on=queries.facts_of_person(person))

    person = queries.locked(person)
    wanted = {name: value for name, value in details.items() if getattr(person, name) != value}
    managed = [name for name in wanted if rules.source_of(person, name) == "identity_provider"]
    if managed:
        raise FieldIsManaged(field=managed[0].replace("_", " ").capitalize())
    domain = email_domains.domain_of(person.email_folded, person.organization_id or 0)
    if set(wanted) & set(PERSONAL) and (domain is None or not domain.is_verified):
        raise DetailsAreOwners(domain=person.domain)

    step = by.within(Permission.PERSON_CHANGE, person)
    profile = rules.Profile(**{**asdict(rules.profile_of(person)), **wanted})
    changed = change_profile(by=step, person=person, profile=profile)
    refresh_person(by=by.within(Permission.GROUPS_CHANGE, person), person=person)
    return changed
