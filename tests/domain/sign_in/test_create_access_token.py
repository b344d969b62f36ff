"""Making a bearer token."""

import datetime as dt

import pytest
import time_machine

from keyhouse.domain.sign_in import actions, queries
from keyhouse.domain.sign_in.errors import MoreThanOwnPermissions, UnknownTokenPermission
from keyhouse.domain.sign_in.models import AccessToken, TokenKind
from keyhouse.foundation import clock
from keyhouse.foundation.audit.models import AuditEvent
from keyhouse.foundation.errors import NotAllowed


def provisioning_token(ada, cast, days=90):
    return actions.create_access_token(
        by=ada, holder=cast.scim, kind=TokenKind.PROVISIONING, name="Okta", permissions=["accounts.manage"], days=days
    )


def test_a_token_speaks_for_its_connection(ada, cast):
    token, secret = provisioning_token(ada, cast)

    held = queries.token(secret)

    assert secret.startswith("kh_scim_") and len(secret) == len("kh_scim_") + 43
    assert held.holder_id == cast.scim.id and held.organization_id == cast.acme.id
    assert held.permissions == {"accounts.manage"} and held.token_id == token.id


def test_the_secret_stands_nowhere_but_as_a_hash(ada, cast):
    token, secret = provisioning_token(ada, cast)

    row = AccessToken.objects.of(cast.acme).get(id=token.id)
    events = list(AuditEvent.objects.of(cast.acme).values_list("facts", flat=True))

    assert secret not in repr(vars(row)) and secret not in repr(events)


def test_part_of_a_token_opens_nothing(ada, cast):
    """WEB-5: every prefix, suffix, case and padding of a good token is refused."""
    _token, secret = provisioning_token(ada, cast)

    wrong = [
        secret[:-1],
        secret[1:],
        secret.upper(),
        secret.lower(),
        secret + "=",
        secret + " ",
        " " + secret,
        secret.removeprefix("kh_scim_"),
        "",
        *(secret[:length] for length in range(0, len(secret), 7)),
    ]

    assert [queries.token(one) for one in wrong if one != secret] == [None] * len(wrong)


def test_a_token_ends_on_its_day(ada, cast):
    _token, secret = provisioning_token(ada, cast, days=90)

    with time_machine.travel(clock.now() + dt.timedelta(days=90), tick=False):
        assert queries.token(secret) is None


@pytest.mark.parametrize("off", ["organization", "connection"])
def test_a_token_is_off_with_what_it_belongs_to(ada, cast, off):
    """SESS-1: a suspended organization and a switched-off connection refuse the token at once."""
    _token, secret = provisioning_token(ada, cast)

    if off == "organization":
        cast.acme.state = "suspended"
        cast.acme.save()
    else:
        cast.scim.state = "disabled"
        cast.scim.save()

    assert queries.token(secret) is None


def test_nobody_else_makes_a_token(ben, mallory, cast, untouched):
    for stranger in (ben, mallory):
        with pytest.raises(NotAllowed), untouched():
            provisioning_token(stranger, cast)


def test_an_unknown_permission_is_refused(ada, cast, untouched):
    with pytest.raises(UnknownTokenPermission, match="everything"), untouched():
        actions.create_access_token(
            by=ada, holder=cast.scim, kind=TokenKind.INTEGRATION, name="Shop", permissions=["everything"], days=None
        )


def test_nobody_hands_out_what_she_does_not_hold(ada, cast, untouched):
    import dataclasses

    clerk = dataclasses.replace(ada, permissions=frozenset({"integrations.manage"}))

    for permission in ("decide", "people.manage"):
        with pytest.raises(MoreThanOwnPermissions, match=permission), untouched():
            actions.create_access_token(
                by=clerk, holder=cast.scim, kind=TokenKind.INTEGRATION, name="Shop", permissions=[permission], days=None
            )
