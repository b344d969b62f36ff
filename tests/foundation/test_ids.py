"""Ids are positive 63-bit integers that carry their type and rise with time."""

from hypothesis import given
from hypothesis import strategies as st

from keyhouse.foundation import ids


def test_an_id_names_its_type_and_fits_a_bigint() -> None:
    for kind in ids.Kind:
        identifier = ids.new(kind)

        assert ids.kind_of(identifier) is kind
        assert 0 < identifier < 1 << 63


def test_ids_of_one_process_are_never_the_same() -> None:
    made = [ids.new(ids.Kind.PERSON) for _ in range(20_000)]

    assert len(set(made)) == len(made)


@given(st.text())
def test_only_plain_decimal_ids_are_read_from_the_wire(text: str) -> None:
    found = ids.parse(text)

    assert found is None or str(found) == text


def test_a_number_that_is_no_id_has_no_type() -> None:
    assert ids.kind_of(0) is None
    assert ids.kind_of(-5) is None
    assert ids.kind_of(1 << 63) is None
    assert ids.parse("9223372036854775808") is None
