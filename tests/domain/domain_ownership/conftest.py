"""What the tests of releases share: Rival has proved acme.example, which Acme has verified."""

import pytest

from keyhouse.domain.domain_ownership import actions
from keyhouse.domain.email_domains import actions as email_domains
from keyhouse.domain.email_domains import queries
from tests.cast import make_domain


@pytest.fixture
def theirs(mallory, cast):
    """Rival's copy of acme.example, for which the right proof was shown a moment ago."""
    row = make_domain(cast.rival, "acme.example", "claimed")
    email_domains.contest_email_domain(by=mallory, domain=row, method="dns")
    return queries.named(cast.rival, "acme.example")


@pytest.fixture
def asked(mallory, theirs):
    """Rival has asked Acme to release it."""
    return actions.ask_for_release(by=mallory, domain=theirs, words="We bought the name.")
