"""Exporting the security log leaves a line in it."""

import dataclasses

import pytest

from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.security_logs import actions
from keyhouse.foundation.audit import queries as audit
from keyhouse.foundation.errors import NotAllowed
from keyhouse.foundation.permissions import Permission


def test_what_was_asked_for_is_exported_and_the_export_remembered(ada, cast):
    email_domains.claim_email_domain(by=ada, organization=cast.acme, name="one.example")
    email_domains.claim_email_domain(by=ada, organization=cast.acme, name="two.example")

    lines = actions.export_log(by=ada, wanted=audit.Wanted(text="two.example"), format="CSV", described="two.example")

    assert [line.sentence for line in lines] == ["Ada added the domain two.example."]
    assert audit.events(cast.acme.id)[0].sentence == "Ada exported the security log as CSV: two.example."


def test_another_organizations_log_stays_closed(ada, mallory, cast):
    """AUTH-1: Mallory's export holds nothing of Acme's."""
    email_domains.claim_email_domain(by=ada, organization=cast.acme, name="one.example")

    assert list(actions.export_log(by=mallory, wanted=audit.Wanted(), format="JSON")) == []


def test_whoever_may_only_read_exports_nothing(ada, ben, untouched):
    reader = dataclasses.replace(ada, permissions=frozenset({Permission.LOGS_VIEW}))

    for stranger in (ben, reader):
        with pytest.raises(NotAllowed), untouched():
            actions.export_log(by=stranger, wanted=audit.Wanted(), format="CSV")
