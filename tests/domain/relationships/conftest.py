"""What the tests of relationships share: Acme hosts people of Brightside."""

import pytest

from tests.domain.relationships.related import make_external_admin, make_guest, make_relationship


@pytest.fixture
def hosted(cast):
    """Acme hosts people of Brightside."""
    return make_relationship(cast.acme, cast.brightside)


@pytest.fixture
def asked(cast, hosted):
    """Cleo was added and waits to be let in."""
    return make_guest(hosted, cast.cleo, "requested")


@pytest.fixture
def guest(cast, hosted):
    """Cleo is a guest of Acme and holds nothing yet."""
    return make_guest(hosted, cast.cleo)


@pytest.fixture
def external_admin(guest):
    """Cleo is External system admin of Acme."""
    make_external_admin(guest)
    return guest
