"""Questions about passwords, codes and links."""

import datetime as dt

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.credentials import rules
from keyhouse.domain.credentials.errors import LinkExpired, LinkNotFound, LinkReplaced, LinkUsed
from keyhouse.domain.credentials.models import (
    Authenticator,
    CodeKind,
    LinkPurpose,
    OneTimeCode,
    Password,
    PersonLink,
    RecoveryCode,
    WrongTries,
)
from keyhouse.domain.organizations import queries as organizations
from keyhouse.domain.organizations.models import FactorMethod
from keyhouse.domain.people.models import Person
from keyhouse.foundation import clock, secrets
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Facts
from keyhouse.foundation.tenancy import rows_of


def proof_of_password(person: Person | None, typed: str) -> rules.PasswordProof:
    """Compare a typed password with that of a person; without person or password the same work is done.

    It takes about a tenth of a second on purpose: call it outside of transactions and hand the proof to an action.
    """
    kept = hash_of_password(person) if person is not None else ""
    fits = secrets.is_password(typed[: rules.LONGEST], kept or None)
    return rules.PasswordProof(person_id=person.id if person else None, compared_with=kept, fits=fits)


def hash_of_password(person: Person) -> str:
    """The hash of a person's password, or an empty text when she has none."""
    rows = rows_of(Password, person.organization_id).filter(person_id=person.id)
    return str(rows.values_list("hash", flat=True).first() or "")


def policy_of(organization_id: int | None) -> rules.PasswordPolicy:
    """What an organization asks of passwords; personal logins are asked the usual."""
    if organization_id is None:
        return rules.PasswordPolicy()
    settings = organizations.security_settings(organization_id)
    return rules.PasswordPolicy(length=settings.password_length, long_allowed=settings.long_passwords)


def tries_allowed(person: Person) -> int:
    """How many wrong tries of a person in an hour stop her sign-ins."""
    own = person.organization_id
    return organizations.security_settings(own).wrong_tries if own is not None else rules.TRIES


def has_password(person: Person) -> bool:
    """Whether a person has set a password."""
    return bool(hash_of_password(person))


def password_changed_at(person: Person) -> dt.datetime | None:
    """When a person last set her password."""
    rows = rows_of(Password, person.organization_id).filter(person_id=person.id)
    found: dt.datetime | None = rows.values_list("changed_at", flat=True).first()
    return found


def has_second_factor(person: Person) -> bool:
    """Whether a person has set up an authenticator app."""
    rows = rows_of(Authenticator, person.organization_id)
    return bool(rows.filter(person_id=person.id, confirmed_at__isnull=False).exists())


def second_factor_since(person: Person) -> dt.datetime | None:
    """Since when a person has her authenticator app."""
    rows = rows_of(Authenticator, person.organization_id).filter(person_id=person.id, confirmed_at__isnull=False)
    found: dt.datetime | None = rows.values_list("confirmed_at", flat=True).first()
    return found


def may_use_email_code(person: Person) -> bool:
    """Whether a mailed code may stand in for a person's app: her organization allows it, and the mailbox proves more.

    It doesn't for administrators, nor while the password itself was chosen by a mailed link and no app was used since.
    """
    if person.organization_id is None or not person.has_email or not has_second_factor(person):
        return False
    allowed = organizations.security_settings(person.organization_id).two_factor_methods
    if FactorMethod.EMAIL_CODE not in allowed or administration.holds_a_live_role(person):
        return False
    return bool(Password.objects.of(person.organization_id).filter(person_id=person.id, by_mail=False).exists())


def has_email_code_since(person: Person, moment: dt.datetime) -> bool:
    """Whether a code was mailed to a person since then."""
    rows = rows_of(OneTimeCode, person.organization_id).filter(person_id=person.id, kind=CodeKind.EMAIL)
    return bool(rows.filter(made_at__gte=moment).exists())


def one_time_code_of(person: Person, code: str) -> OneTimeCode | None:
    """The unused code of a person with these digits, while it counts."""
    rows = rows_of(OneTimeCode, person.organization_id).filter(person_id=person.id, used_at=None)
    hashed = rules.one_time_code_hash(person.id, code)
    found: OneTimeCode | None = rows.filter(hash=hashed, until__gt=clock.now()).first()
    return found if found is None or found.kind != CodeKind.EMAIL or may_use_email_code(person) else None


def recovery_codes_left(person: Person) -> int:
    """How many recovery codes of a person are unused."""
    return int(rows_of(RecoveryCode, person.organization_id).filter(person_id=person.id, used_at=None).count())


def tries_of(person: Person) -> WrongTries:
    """The count of wrong tries of a person, its row locked; an hour without any begins it anew."""
    rows, now = rows_of(WrongTries, person.organization_id), clock.now()
    rows.get_or_create(person_id=person.id, defaults={"since": now, "organization_id": person.organization_id})
    tries: WrongTries = rows.select_for_update(of=("self",)).get(person_id=person.id)
    if tries.since + rules.TRIES_WITHIN <= now:
        tries.count, tries.since = 0, now
    return tries


def is_stopped(person: Person) -> bool:
    """Whether too many wrong tries stop every sign-in of a person at present."""
    rows = rows_of(WrongTries, person.organization_id)
    return bool(rows.filter(person_id=person.id, stopped_until__gt=clock.now()).exists())


def link(secret: str, purpose: LinkPurpose) -> PersonLink:
    """The link with this secret and purpose, good or not. Raises LinkNotFound."""
    return link_of_hash(secrets.hash_of(secret), purpose) if secret else _no_link()


def sign_in_link(secret: str) -> PersonLink:
    """The one-time sign-in link with this secret, good or not. Raises LinkNotFound."""
    return link(secret, LinkPurpose.ONE_TIME)


def activation_link_of_hash(handle_hash: str) -> PersonLink:
    """The activation link with this hash, good or not. Raises LinkNotFound."""
    return link_of_hash(handle_hash, LinkPurpose.ACTIVATION)


def reset_link_of_hash(handle_hash: str) -> PersonLink:
    """The link to choose a new password with this hash, good or not. Raises LinkNotFound."""
    return link_of_hash(handle_hash, LinkPurpose.RESET)


def link_of_hash(handle_hash: str, purpose: LinkPurpose) -> PersonLink:
    """The link with this hash and purpose, good or not. Raises LinkNotFound."""
    rows = PersonLink.objects.everywhere(reason="a link is found by its secret, and tells its organization")
    rows = rows.filter(handle_hash=handle_hash, purpose=purpose)
    found: PersonLink | None = rows.select_related("person__organization", "organization").first()
    return found or _no_link()


def _no_link() -> PersonLink:
    raise LinkNotFound()


def why_not_good(link: PersonLink) -> BrokenRule | None:
    """Why a link opens nothing any more: used, replaced, expired, or made for another address; None when it is good."""
    if link.used_at is not None:
        return LinkUsed()
    newer = rows_of(PersonLink, link.organization_id).filter(
        person_id=link.person_id, purpose=link.purpose, id__gt=link.id
    )
    if replaced := newer.order_by("id").values_list("made_at", flat=True).first():
        return LinkReplaced(day=replaced.date())
    if link.until <= clock.now():
        return LinkExpired(day=link.until.date())
    if not link.address or link.address != link.person.email_folded:
        return LinkNotFound()
    return None


def facts_of_link(link: PersonLink) -> Facts:
    """What permissions about a link are decided on."""
    return Facts(
        organization_id=link.organization_id, person_id=link.person_id, link=link.handle_hash, address=link.address
    )


def has_activation_link_since(person: Person, moment: dt.datetime) -> bool:
    """Whether an activation link was made for a person since then, used or not."""
    return _has_link_since(person, LinkPurpose.ACTIVATION, moment)


def has_reset_link_since(person: Person, moment: dt.datetime) -> bool:
    """Whether a link to choose a new password was made for a person since then, used or not."""
    return _has_link_since(person, LinkPurpose.RESET, moment)


def _has_link_since(person: Person, purpose: LinkPurpose, moment: dt.datetime) -> bool:
    rows = rows_of(PersonLink, person.organization_id).filter(person_id=person.id, purpose=purpose)
    return bool(rows.filter(made_at__gte=moment).exists())
