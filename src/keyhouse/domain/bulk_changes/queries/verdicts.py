"""What a deed would come to for one person, decided by what is known about her and the organization."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from keyhouse.domain.administration.errors import LastBreakGlass, LastSystemAdmin
from keyhouse.domain.bulk_changes.errors import NotYourself
from keyhouse.domain.bulk_changes.queries.chosen import Seen
from keyhouse.domain.bulk_changes.rules import NOT_YOURSELF, Deed, Details, Fate, Verdict
from keyhouse.domain.connections import queries as connections
from keyhouse.domain.credentials.errors import PasswordNotUsed
from keyhouse.domain.deprovisioning import rules as leaving
from keyhouse.domain.deprovisioning.errors import AddressMoved, DeactivateFirst, TooLate
from keyhouse.domain.email_domains import queries as email_domains
from keyhouse.domain.lifecycle.errors import LinkNeedsVerifiedDomain
from keyhouse.domain.people.models import PersonState, SignInMethod
from keyhouse.foundation import clock
from keyhouse.foundation.errors import BrokenRule
from keyhouse.foundation.permissions import Actor

WILL = Verdict(Fate.WILL)


@dataclass(kw_only=True)
class Known:
    """What is known about the organization while the chosen are looked at one by one; domains are asked for once."""

    by: Actor
    details: Details
    held: Collection[int] = ()
    last: set[int] = field(default_factory=set)
    last_by_password: set[int] = field(default_factory=set)
    verified: dict[str, bool] = field(default_factory=dict)
    enforced: dict[str, bool] = field(default_factory=dict)

    def is_verified(self, domain: str) -> bool:
        """Whether this domain is verified here."""
        if domain not in self.verified:
            self.verified[domain] = email_domains.is_verified(self.by.organization_id or 0, domain)
        return self.verified[domain]

    def is_enforced(self, domain: str) -> bool:
        """Whether people of this domain who use single sign-on may use nothing else."""
        if domain not in self.enforced:
            found = connections.routed_connection(self.by.organization_id or 0, domain)
            self.enforced[domain] = found is not None and found.enforces_sign_on
        return self.enforced[domain]


def verdict(deed: Deed, one: Seen, known: Known) -> Verdict:
    """What a deed would come to for one person."""
    if deed in NOT_YOURSELF and one.id == known.by.person_id:
        return _cannot(NotYourself())
    if one.id in known.last:
        return _cannot(LastSystemAdmin())
    if one.id in known.last_by_password:
        return _cannot(LastBreakGlass())
    return VERDICTS[deed](one, known)


def _cannot(broken: BrokenRule) -> Verdict:
    return Verdict(Fate.CANNOT, f"{broken} {broken.next_step}".strip())


def _nothing(reason: str) -> Verdict:
    return Verdict(Fate.NOTHING, reason)


def _state(*allowed: PersonState) -> Callable[[Seen, Known], Verdict]:
    """A deed for people in these states alone."""

    def decide(one: Seen, known: Known) -> Verdict:
        if one.state in allowed:
            return WILL
        return Verdict(Fate.CANNOT, _("Isn't possible for an account in this status."))

    return decide


def _deactivate(one: Seen, known: Known) -> Verdict:
    return _nothing(_("Is deactivated already.")) if one.state == PersonState.DEACTIVATED else WILL


def _suspend(one: Seen, known: Known) -> Verdict:
    if one.state == PersonState.SUSPENDED:
        return _nothing(_("Is suspended already."))
    return _state(PersonState.ACTIVE, PersonState.LOCKED)(one, known)


def _reactivate(one: Seen, known: Known) -> Verdict:
    if one.state != PersonState.DEACTIVATED:
        return _nothing(_("Isn't deactivated."))
    if "@" in one.email_folded and not one.holds_address and one.activated_at is not None:
        return _cannot(AddressMoved(email=one.email))
    if one.deactivated_at and (clock.now() - one.deactivated_at).days >= leaving.DAYS_TO_RETURN:
        return Verdict(Fate.CANNOT, str(TooLate.message).format(email=_("the person"), days=leaving.DAYS_TO_RETURN))
    return WILL


def _delete(one: Seen, known: Known) -> Verdict:
    if one.activated_at is not None and one.state != PersonState.DEACTIVATED:
        reason = str(DeactivateFirst.message).format(email=_("the person"), state=one.state)
        return Verdict(Fate.CANNOT, reason)
    return WILL


def _invite(one: Seen, known: Known) -> Verdict:
    if one.state not in (PersonState.ADDED, PersonState.INVITED):
        return _nothing(_("Has activated the account already."))
    return WILL if known.is_verified(one.domain) else _cannot(LinkNeedsVerifiedDomain(domain=one.domain))


def _method(one: Seen, known: Known) -> Verdict:
    return _nothing(_("Signs in so already.")) if one.sign_in_method == known.details.method else WILL


def _give(one: Seen, known: Known) -> Verdict:
    if one.state == PersonState.DEACTIVATED:
        return _state()(one, known)
    return _nothing(_("Has it already.")) if one.id in known.held else WILL


def _join(one: Seen, known: Known) -> Verdict:
    return _nothing(_("Is in the group already.")) if one.id in known.held else WILL


def _sign_out(one: Seen, known: Known) -> Verdict:
    return WILL if one.id in known.held else _nothing(_("Isn't signed in."))


def _reset(one: Seen, known: Known) -> Verdict:
    if one.sign_in_method == SignInMethod.SSO and known.is_enforced(one.domain):
        return _cannot(PasswordNotUsed())
    return _state(PersonState.ACTIVE, PersonState.LOCKED, PersonState.SUSPENDED)(one, known)


VERDICTS: dict[Deed, Callable[[Seen, Known], Verdict]] = {
    Deed.INVITE: _invite,
    Deed.DEACTIVATE: _deactivate,
    Deed.REACTIVATE: _reactivate,
    Deed.SUSPEND: _suspend,
    Deed.UNSUSPEND: lambda one, known: WILL if one.state == PersonState.SUSPENDED else _nothing(_("Isn't suspended.")),
    Deed.DELETE: _delete,
    Deed.SET_METHOD: _method,
    Deed.ADD_TO_GROUP: _join,
    Deed.REMOVE_FROM_GROUP: lambda one, known: WILL if one.id in known.held else _nothing(_("Isn't in the group.")),
    Deed.GIVE_PRODUCT: _give,
    Deed.TAKE_PRODUCT: lambda one, known: WILL if one.id in known.held else _nothing(_("Doesn't have it.")),
    Deed.SIGN_OUT: _sign_out,
    Deed.RESET_PASSWORD: _reset,
}
