"""Erasing what the log says about a person: the values go, the digests stay, and the chain still verifies."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from keyhouse.foundation.audit import searching, words
from keyhouse.foundation.audit.asking import Condition
from keyhouse.foundation.audit.models import AuditEvent, AuditPersonal
from keyhouse.foundation.tenancy import rows_of

OF_THE_ACTOR = ("actor", "ip", "device")
AT_ONCE = 500


def erase_person(organization_id: int | None, person_id: int, address: str = "") -> int:
    """Erase the personal fields that name a person, as actor, as target or by her address; how many fields went.

    Her id stays, and so does what others are called. Each stretch of the log is its own transaction, so that it can be
    begun again where it was broken off.
    """
    count = 0
    for numbers in _stretches(_mentions(organization_id, person_id, address)):
        with transaction.atomic():
            count += _erase(organization_id, numbers, person_id, address)
    return count


def _mentions(organization_id: int | None, person_id: int, address: str) -> list[tuple[int, int | None]]:
    """The events in which she stands, as pairs of id and number: by the columns, and by the index for her address."""
    rows = rows_of(AuditEvent, organization_id)
    found = {
        *rows.filter(actor_id=person_id).values_list("id", "sequence"),
        *rows.filter(target_id=person_id).values_list("id", "sequence"),
    }
    if address:
        until = searching.indexed_until(organization_id)
        sought = [Condition(prefix=words.folded(address).encode()[: words.LONGEST] + words.END)]
        numbers = list(searching.sequences(organization_id, sought, 1, until, newest_first=False))
        for at in range(0, len(numbers), AT_ONCE):
            found.update(rows.filter(sequence__in=numbers[at : at + AT_ONCE]).values_list("id", "sequence"))
        newer = rows.filter(Q(sequence=None) | Q(sequence__gt=until)).filter(personal_rows__value=address)
        found.update(newer.values_list("id", "sequence"))
    return sorted(found)


def _stretches(found: list[tuple[int, int | None]]) -> Iterable[list[tuple[int, int | None]]]:
    return [found[at : at + AT_ONCE] for at in range(0, len(found), AT_ONCE)]


def _erase(organization_id: int | None, found: list[tuple[int, int | None]], person_id: int, address: str) -> int:
    """Delete the values in these events that are hers, and write the index of their segments anew."""
    personal = rows_of(AuditPersonal, organization_id).filter(event_id__in=[event for event, _ in found])
    acted = Q(event__actor_id=person_id, field__in=OF_THE_ACTOR)
    suffered = Q(event__target_id=person_id) & ~Q(field__in=OF_THE_ACTOR)
    named = Q(value=address) if address else Q(pk=None)
    hers = list(personal.filter(acted | suffered | named).values_list("id", flat=True))
    personal.filter(id__in=hers).delete()
    if hers:
        searching.index_again(organization_id, [sequence for _, sequence in found if sequence is not None])
    return len(hers)
