"""The index of the log: which words stand where in each segment of the sealed events, kept while sealing goes on."""

from collections.abc import Iterable, Iterator

from django.db import transaction

from keyhouse.foundation.audit import words
from keyhouse.foundation.audit.asking import Condition
from keyhouse.foundation.audit.models import AuditBlock, AuditEvent, AuditWord
from keyhouse.foundation.audit.queries import with_personal
from keyhouse.foundation.tenancy import rows_of

SPAN = 1024  # events of a segment
FEW = 64  # up to so many places are written one by one, more as a map of bits
AT_ONCE = 500
FIRST_WINDOW, LARGEST_WINDOW = 4, 256

Hits = dict[bytes, int]


def packed(bits: int) -> bytes:
    """The places of a word in a segment, short for a word that is rare and never longer than a map of the segment."""
    places = list(places_in(bits))
    if len(places) <= FEW:
        return b"\x00" + b"".join(place.to_bytes(2, "big") for place in places)
    return b"\x01" + bits.to_bytes(SPAN // 8, "big")


def unpacked(hits: bytes) -> int:
    """The same as bits of a number."""
    if hits[:1] == b"\x01":
        return int.from_bytes(hits[1:], "big")
    return sum(1 << int.from_bytes(hits[at : at + 2], "big") for at in range(1, len(hits), 2))


def places_in(bits: int, *, newest_first: bool = False) -> Iterator[int]:
    """The places whose bit is set."""
    while bits:
        place = bits.bit_length() - 1 if newest_first else (bits & -bits).bit_length() - 1
        yield place
        bits ^= 1 << place


def owner_of(organization_id: int | None) -> int:
    """Whose words they are: an organization, or 0 for the installation's own log."""
    return organization_id or 0


def index_sealed(organization_id: int | None) -> int:
    """Write the words of the oldest block that is not in the index yet; returns how many events it has."""
    with transaction.atomic():
        _alone(organization_id)
        block = rows_of(AuditBlock, organization_id).filter(is_indexed=False).order_by("number").first()
        if block is None:
            return 0
        for segment in range(block.first_sequence // SPAN, block.last_sequence // SPAN + 1):
            first, last = max(block.first_sequence, segment * SPAN), min(block.last_sequence, segment * SPAN + SPAN - 1)
            _add(owner_of(organization_id), segment, _words(organization_id, first, last))
        rows_of(AuditBlock, organization_id).filter(id=block.id).update(is_indexed=True)
        return int(block.last_sequence - block.first_sequence + 1)


def index_again(organization_id: int | None, sequences: Iterable[int]) -> None:
    """Write the segments of these events anew, after personal fields were erased or events were removed."""
    for segment in sorted({sequence // SPAN for sequence in sequences}):
        with transaction.atomic():
            _alone(organization_id)
            until = indexed_until(organization_id)
            AuditWord.objects.filter(owner=owner_of(organization_id), segment=segment).delete()
            last = min(segment * SPAN + SPAN - 1, until)
            _add(owner_of(organization_id), segment, _words(organization_id, segment * SPAN, last))


def indexed_until(organization_id: int | None) -> int:
    """The last number in the log up to which every event is in the index."""
    blocks = rows_of(AuditBlock, organization_id)
    waiting = blocks.filter(is_indexed=False).order_by("number").values_list("first_sequence", flat=True).first()
    if waiting is not None:
        return int(waiting) - 1
    return int(blocks.order_by("-number").values_list("last_sequence", flat=True).first() or 0)


def sequences(
    organization_id: int | None, conditions: list[Condition], first: int, last: int, *, newest_first: bool
) -> Iterator[int]:
    """The numbers, from `first` to `last`, of the events that meet all conditions by the index."""
    owner = owner_of(organization_id)
    for window in _windows(first // SPAN, last // SPAN, newest_first=newest_first):
        found = _meeting(owner, window, conditions)
        for segment in window:
            for place in places_in(found.get(segment, 0), newest_first=newest_first):
                sequence = segment * SPAN + place
                if first <= sequence <= last:
                    yield sequence


def _alone(organization_id: int | None) -> None:
    """Let one transaction at a time write the index of a log: whoever holds its oldest block."""
    rows_of(AuditBlock, organization_id).select_for_update().order_by("number").defer("hashes").first()


def _words(organization_id: int | None, first: int, last: int) -> Hits:
    """The words of the events with these numbers, each with its places in their segment."""
    found: Hits = {}
    rows = rows_of(AuditEvent, organization_id).filter(sequence__gte=first, sequence__lte=last)
    for row in with_personal(rows, organization_id):
        bit = 1 << (row.sequence or 0) % SPAN
        for word in words.stored(row, {one.field: one.value for one in row.personal_rows.all()}):
            found[word] = found.get(word, 0) | bit
    return found


def _add(owner: int, segment: int, found: Hits) -> None:
    """Add places to the words of a segment."""
    known = {bytes(row.word): row for row in AuditWord.objects.filter(owner=owner, segment=segment)} if found else {}
    changed = [known[word] for word in found if word in known]
    for row in changed:
        row.hits = packed(unpacked(bytes(row.hits)) | found[bytes(row.word)])
    new = [word for word in found if word not in known]
    AuditWord.objects.bulk_update(changed, ["hits"], batch_size=AT_ONCE)
    AuditWord.objects.bulk_create(
        [AuditWord(owner=owner, segment=segment, word=word, hits=packed(found[word])) for word in sorted(new)],
        batch_size=AT_ONCE,
    )


def _windows(lowest: int, highest: int, *, newest_first: bool) -> Iterator[list[int]]:
    """Segments to look at together: few at first, as the answer is mostly near, then more."""
    size, done, count = FIRST_WINDOW, 0, highest - lowest + 1
    while done < count:
        numbers = range(done, min(done + size, count))
        yield [highest - number if newest_first else lowest + number for number in numbers]
        done, size = done + size, min(size * 4, LARGEST_WINDOW)


def _meeting(owner: int, segments: list[int], conditions: list[Condition]) -> dict[int, int]:
    """For each segment, the places at which all conditions are met."""
    left: dict[int, int] | None = None
    for condition in conditions:
        among = segments if left is None else [segment for segment, bits in left.items() if bits]
        found = _places(owner, among, condition) if among else {}
        left = found if left is None else {segment: left[segment] & bits for segment, bits in found.items()}
    return left or {}


def _places(owner: int, segments: list[int], condition: Condition) -> dict[int, int]:
    """For each segment, the places at which one condition is met."""
    rows = AuditWord.objects.filter(owner=owner, segment__in=segments)
    parts = []
    if condition.exact:
        parts.append(rows.filter(word__in=condition.exact))
    if condition.prefix:
        parts.append(rows.filter(word__gte=condition.prefix, word__lt=words.after(condition.prefix)))
    found: dict[int, int] = {}
    for part in parts:
        for segment, word, hits in part.values_list("segment", "word", "hits"):
            if condition.fits(bytes(word)):
                found[segment] = found.get(segment, 0) | unpacked(bytes(hits))
    return found
