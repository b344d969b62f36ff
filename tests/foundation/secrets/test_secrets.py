"""Secrets: unguessable, kept as hashes, and encrypted under a key of their own purpose."""

from types import SimpleNamespace

import pytest

from keyhouse.foundation import secrets


@pytest.fixture
def keys(settings):
    settings.KEYHOUSE = SimpleNamespace(secret_key="first key of this test", secret_key_old="")
    return settings.KEYHOUSE


def test_each_handle_is_new_and_only_its_hash_need_be_kept():
    one, other = secrets.new_handle(), secrets.new_handle()

    assert one.text != other.text
    assert len(one.text) == 43
    assert one.hash == secrets.hash_of(one.text)
    assert one.text not in one.hash


def test_a_part_of_a_secret_is_not_the_secret():
    """Part of WEB-5: secrets are compared wholly."""
    handle = secrets.new_handle()

    assert secrets.same(secrets.hash_of(handle.text), handle.hash)
    for wrong in (handle.text[:-1], handle.text + "A", handle.text.swapcase(), handle.text + "=", " " + handle.text):
        assert not secrets.same(secrets.hash_of(wrong), handle.hash)


def test_an_encrypted_text_can_be_read_again_and_never_looks_the_same_twice(keys):
    first, second = secrets.encrypt("links", "hidden"), secrets.encrypt("links", "hidden")

    assert first != second
    assert "hidden" not in first
    assert secrets.decrypt("links", first) == secrets.decrypt("links", second) == "hidden"


def test_a_value_of_one_purpose_opens_under_no_other(keys):
    """Part of OPS-3: each purpose has its own derived key."""
    value = secrets.encrypt("links", "hidden")

    with pytest.raises(secrets.Unreadable):
        secrets.decrypt("certificates", value)
    assert secrets.key_for("links") != secrets.key_for("certificates")


def test_rotating_the_key_keeps_old_values_readable_and_writes_them_anew(keys):
    """Part of OPS-3: the key rotates with KEYHOUSE_SECRET_KEY_OLD; without the old key values are refused."""
    value = secrets.encrypt("links", "hidden")

    keys.secret_key, keys.secret_key_old = "second key of this test", "first key of this test"
    again = secrets.renewed("links", value)
    assert secrets.decrypt("links", value) == "hidden"
    assert again is not None
    assert secrets.renewed("links", again) is None

    keys.secret_key_old = ""
    assert secrets.decrypt("links", again) == "hidden"
    with pytest.raises(secrets.Unreadable):
        secrets.decrypt("links", value)


@pytest.mark.parametrize("wrong", ["", "hidden", "k1.", "k1.AAAA", "k1.****", "k2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"])
def test_what_is_not_an_encrypted_value_is_refused_not_misread(keys, wrong):
    with pytest.raises(secrets.Unreadable):
        secrets.decrypt("links", wrong)


def test_a_changed_value_is_refused(keys):
    value = secrets.encrypt("links", "hidden")
    changed = value[:10] + ("A" if value[10] != "A" else "B") + value[11:]

    with pytest.raises(secrets.Unreadable):
        secrets.decrypt("links", changed)
