"""What a deed would come to for each of the chosen, before anything is done."""

from collections import Counter
from collections.abc import Collection

from keyhouse.domain.administration import queries as administration
from keyhouse.domain.bulk_changes.queries.chosen import Seen, chosen
from keyhouse.domain.bulk_changes.queries.verdicts import Known, verdict
from keyhouse.domain.bulk_changes.rules import (
    NOT_YOURSELF,
    Choice,
    Deed,
    Details,
    Fate,
    Preview,
    kept_back,
    must_type,
)
from keyhouse.domain.groups.models import GroupMember
from keyhouse.domain.people import queries as people
from keyhouse.domain.people.models import SignInMethod
from keyhouse.domain.products.models import ProductAccess, Source
from keyhouse.domain.sign_in.models import Session
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Actor, Permission, authorize, facts_of

SHOWN = 50


def preview(by: Actor, deed: Deed, choice: Choice, details: Details) -> Preview:
    """What a deed would come to for each of the chosen: nothing changes. Raises NotAllowed."""
    authorize(by, Permission.PEOPLE_MANAGE, on=facts_of(by.organization_id))
    seen = list(chosen(by, choice))
    known = Known(by=by, details=details, held=_held(by, deed, details))
    if deed in NOT_YOURSELF or (deed is Deed.SET_METHOD and details.method is SignInMethod.SSO):
        known.last, known.last_by_password = _kept_back(by, deed, seen)
    numbers: Counter[Fate] = Counter()
    reasons: Counter[str] = Counter()
    first: dict[Fate, list[tuple[int, str, str, str, str]]] = {fate: [] for fate in Fate}
    for one in seen:
        fate, reason = verdict(deed, one, known)
        numbers[fate] += 1
        if reason:
            reasons[reason] += 1
        if len(first[fate]) < SHOWN:
            first[fate].append((one.id, one.name, one.email, one.state, reason))
    everybody = sum(people.numbers_by_state(by.organization_id or 0).values())
    return Preview(
        total=len(seen),
        numbers={fate: numbers[fate] for fate in Fate},
        reasons=reasons.most_common(10),
        first=first,
        must_type=must_type(deed, len(seen), everybody),
    )


def _kept_back(by: Actor, deed: Deed, seen: list[Seen]) -> tuple[set[int], set[int]]:
    admins = dict(administration.lasting_system_admins(by.organization_id or 0).values_list("id", "sign_in_method"))
    last, by_password = kept_back(
        (one.id for one in seen if one.id != by.person_id or deed not in NOT_YOURSELF), admins
    )
    return (set(), by_password) if deed is Deed.SET_METHOD else (last, by_password)


def _held(by: Actor, deed: Deed, details: Details) -> Collection[int]:
    """Who has already what the deed gives, or has what it ends: members, holders of the product, the signed-in."""
    organization_id = by.organization_id or 0
    if deed in (Deed.ADD_TO_GROUP, Deed.REMOVE_FROM_GROUP):
        rows = GroupMember.objects.of(organization_id).filter(group_id=details.group_id, until=None)
        return set(rows.values_list("person_id", flat=True))
    if deed in (Deed.GIVE_PRODUCT, Deed.TAKE_PRODUCT):
        given = ProductAccess.objects.of(organization_id).filter(product_id=details.product_id, source=Source.DIRECT)
        return set(given.exclude(person=None).values_list("person_id", flat=True))
    if deed is Deed.SIGN_OUT:
        rows = Session.objects.of(organization_id).filter(until__gt=clock.now())
        return set(rows.values_list("person_id", flat=True))
    return ()
