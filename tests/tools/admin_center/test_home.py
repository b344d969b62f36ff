"""Home: cards from what is true."""

import dataclasses

from keyhouse.foundation.permissions import Permission
from tests.visiting import text_of, visit

HOME = "/admin-center/"


def test_home_counts_people_and_warns_until_break_glass_is_complete(ada, cast):
    page = text_of(visit(ada, HOME))

    assert "Break-glass is incomplete" in page and "Without one: Ada" in page
    assert "Set-up checklist" in page and "acme-labs.example" in page and "Okta" in page


def test_a_card_that_she_may_not_see_is_not_there(ada, cast):
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.LOGS_VIEW}))

    page = text_of(visit(reader, HOME))

    assert "acme-labs.example" not in page and "Set-up checklist" not in page and "Directory" not in page
    assert "Security logs" in page


def test_without_an_admin_role_admin_center_is_closed(ben, cast):
    response = visit(ben, HOME)

    assert response.status_code == 403
    assert "You can&#x27;t open this" in text_of(response)
