"""Questions about locks: why an account is locked, and who may unlock it."""

from keyhouse.domain.account_locks import rules
from keyhouse.domain.account_locks.models import AccountLock
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials import queries as credentials
from keyhouse.domain.credentials.models import LinkPurpose, PersonLink
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.people.models import Person, PersonState, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.tenancy import rows_of


def lock_of(person: Person) -> AccountLock | None:
    """The lock of an account that is locked."""
    if person.state != PersonState.LOCKED:
        return None
    found: AccountLock | None = (
        rows_of(AccountLock, person.organization_id).filter(person=person, ended_at=None).first()
    )
    return found


def may_unlock_herself(person: Person) -> bool:
    """Whether a person may ask for an unlock link, by the state of her domain (admin-center.md 11).

    She may with a verified domain, with single sign-on, and with a login of her own; else administrators look first.
    """
    own = person.organization_id
    if own is None:
        return person.has_email
    by_sign_on = person.sign_in_method == SignInMethod.SSO and connections.routed_connection(own, person.domain)
    return person.has_email and (bool(by_sign_on) or email_domains.is_verified(own, person.domain))


def lock_page_link(handle_hash: str) -> PersonLink:
    """The link to the lock page with this hash. Raises LinkNotFound."""
    return credentials.link_of_hash(handle_hash, LinkPurpose.LOCK_PAGE)


def unlock_link(handle_hash: str) -> PersonLink:
    """The link that unlocks with this hash. Raises LinkNotFound."""
    return credentials.link_of_hash(handle_hash, LinkPurpose.UNLOCK)


def has_unlock_link_since(person: Person) -> bool:
    """Whether an unlock link was mailed a moment ago."""
    rows = rows_of(PersonLink, person.organization_id).filter(person_id=person.id, purpose=LinkPurpose.UNLOCK)
    return bool(rows.filter(made_at__gte=clock.now() - rules.LINK_AT_MOST_EVERY).exists())
