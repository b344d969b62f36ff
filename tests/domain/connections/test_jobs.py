"""The request log is kept for 30 days."""

import datetime as dt

from keyhouse.domain.connections import jobs, queries
from keyhouse.domain.connections.models import ProvisioningRequest
from keyhouse.foundation import clock


def test_requests_older_than_thirty_days_are_forgotten(cast):
    for days in (1, 29, 31):
        ProvisioningRequest.objects.of(cast.acme).create(
            connection=cast.scim, at=clock.now() - dt.timedelta(days=days), request_id=str(days), method="GET",
            path="/Users", status=200,
        )  # fmt: skip

    jobs.forget_old_requests(organization_id=None)

    assert {row.request_id for row in queries.requests_of(cast.acme.id, cast.scim.id)} == {"1", "29"}
