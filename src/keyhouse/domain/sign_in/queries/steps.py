"""Questions about sign-ins under way."""

import datetime as dt
from dataclasses import dataclass

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials.errors import PasswordNotUsed
from keyhouse.domain.credentials.rules import new_authenticator_secret, new_recovery_codes
from keyhouse.domain.known_devices import queries as devices
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import Person, PersonKind
from keyhouse.domain.sign_in.errors import StepExpired
from keyhouse.domain.sign_in.models import SignInStep
from keyhouse.domain.sign_in.queries.sign_on import Route, enforced_connection, route_for
from keyhouse.domain.sign_in.rules.gate import why_not_usable
from keyhouse.domain.sign_in.rules.steps import AT_MOST, DRAFT_PURPOSE, WITHIN, Step
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Strength
from keyhouse.foundation.tenancy import rows_of


def step(secret: str, *expected: Step, locked: bool = False) -> SignInStep:
    """The sign-in of this cookie, which waits for one of the expected steps. Raises StepExpired.

    Locked, its person is locked before it, in the order in which everything that ends sign-ins locks them.
    """
    rows = SignInStep.objects.everywhere(reason="a sign-in under way is found by the secret of its browser")
    rows = rows.select_related("person", "person__organization")
    rows = rows.filter(secret_hash=secrets.hash_of(secret) if secret else "", until__gt=clock.now())
    found: SignInStep | None = rows.first()
    if found is not None and locked:
        if found.person_id is not None:
            locked_person(found)
        found = rows.select_for_update(of=("self",)).first()
    if found is None or found.step not in expected:
        raise StepExpired()
    return found


def are_too_many(ip: str) -> bool:
    """Whether as many sign-ins as may be were started from one place within a minute."""
    rows = SignInStep.objects.everywhere(reason="sign-ins are counted by where they come from, whoever is meant")
    return bool(ip) and int(rows.filter(ip=ip, made_at__gt=clock.now() - WITHIN).count()) >= AT_MOST


def must_have_second_factor(person: Person) -> bool:
    """Whether a sign-in by password needs a second factor now.

    An administrator's always does, others' where it is required and their days of grace are over.
    """
    until = second_factor_grace(person)
    return administration.holds_a_live_role(person) or (until is not None and until <= clock.now())


def second_factor_grace(person: Person) -> dt.datetime | None:
    """Until when a person may go without a second factor that is required of everyone; None where it isn't.

    The days count from her activation, or from when it was required if that came later.
    """
    own = person.organization_id
    settings = organizations.security_settings(own) if own is not None else None
    if settings is None or not settings.asks_everyone:
        return None
    since = [one for one in (person.activated_at or clock.now(), settings.two_factor_since) if one is not None]
    return max(since) + dt.timedelta(days=settings.two_factor_grace_days)


def step_after_password(person: Person, browser: str = "") -> Step:
    """What comes after the right password in this browser; one that is remembered isn't asked for a code."""
    if credentials.has_second_factor(person):
        return Step.DONE if devices.is_remembered(person, browser) else Step.CODE
    return Step.SET_UP if must_have_second_factor(person) else Step.DONE


def strength_of(person: Person, by_password: bool) -> Strength:
    """How strong a sign-in is that is done with this step: a remembered browser proved the second factor before."""
    return Strength.TWO_FACTORS if not by_password or credentials.has_second_factor(person) else Strength.PASSWORD


@dataclass(frozen=True, kw_only=True)
class Draft:
    """An authenticator app that is being set up: its secret, and the recovery codes that go with it."""

    secret: str
    recovery_codes: list[str]


def new_draft() -> dict[str, str]:
    """The facts of a sign-in that sets up an app, encrypted."""
    codes = " ".join(new_recovery_codes())
    return {
        "secret": secrets.encrypt(DRAFT_PURPOSE, new_authenticator_secret()),
        "codes": secrets.encrypt(DRAFT_PURPOSE, codes),
    }


def draft_of(step: SignInStep) -> Draft:
    """The app that a sign-in sets up."""
    codes = secrets.decrypt(DRAFT_PURPOSE, step.facts["codes"]).split()
    return Draft(secret=secrets.decrypt(DRAFT_PURPOSE, step.facts["secret"]), recovery_codes=codes)


def route_of(folded: str, kind: str = "") -> Route:
    """Where an address signs in as a work account, as a personal login, or as whichever it is."""
    if kind == PersonKind.PERSONAL:
        return Route(person=people.holder_of(folded, PersonKind.PERSONAL))
    return route_for(folded)


def has_two_roles(folded: str) -> bool:
    """Whether an address is a work account and a personal login, and somebody must say which one she means."""
    return route_for(folded).person is not None and all(people.holder_of(folded, kind) for kind in PersonKind)


def why_no_sign_in(person: Person) -> BrokenRule | None:
    """Why the right password signs nobody in: the gate refuses her, or her organization wants single sign-on."""
    if rule := why_not_usable(person, person.organization):
        return rule
    return PasswordNotUsed() if enforced_connection(person) is not None else None


def is_break_glass(person: Person) -> bool:
    """Whether a person administers an organization that uses single sign-on, which she does not need to get in."""
    own = person.organization_id
    if own is None or not administration.is_system_admin(person):
        return False
    return any(one.is_on for one in connections.sign_on_connections(own))


def locked_person(step: SignInStep) -> Person:
    """The person of a sign-in, read anew and locked, so that nothing that happens meanwhile is overlooked."""
    rows = rows_of(Person, step.organization_id).select_for_update(of=("self",)).select_related("organization")
    found: Person = rows.get(id=step.person_id)
    return found
