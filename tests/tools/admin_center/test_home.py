"""Home: cards from what is true."""

import dataclasses

from keyhouse.domain.connections.models import ProvisioningRequest
from keyhouse.domain.email_domains.models import EmailDomain
from keyhouse.domain.security_logs.models import LogStream
from keyhouse.foundation import clock
from keyhouse.foundation.permissions import Permission
from tests.domain.security_alerts.raising import raised
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


def test_what_waits_is_listed_with_the_way_to_it(ada, cast):
    EmailDomain.objects.of(cast.acme).filter(name="acme.example").update(state="warning")
    stream = LogStream.objects.of(cast.acme).create(name="Archive", kind="file", made_at=clock.now(), failures=2)

    raised(cast)

    page = text_of(visit(ada, HOME))

    assert "1 open security alert" in page
    assert "Waiting for you" in page and "The proof of acme.example is missing" in page
    assert f"/admin-center/security-logs/streams/{stream.id}/" in page and "The log stream Archive is failing" in page


def test_where_nothing_waits_there_is_no_card(ada):
    assert "Waiting for you" not in text_of(visit(ada, HOME))


def test_a_connection_says_what_is_wrong(ada, cast):
    ProvisioningRequest.objects.of(cast.acme).create(
        connection=cast.scim, at=clock.now(), request_id="x", method="POST", path="/Users", status=409
    )

    assert "1 request refused in 24 h" in text_of(visit(ada, HOME))
